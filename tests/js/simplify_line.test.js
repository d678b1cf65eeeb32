import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, lengthOf, localPlane, metresPerPixel } from "../../static/js/map/distance.js";
import { toPath } from "../../static/js/map/hit_test.js";
import { finishedLine, tidyStroke, toleranceFor } from "../../static/js/map/simplify_line.js";

const START = [10.8, 59.93];
const plane = localPlane(START);

// A hand that trembles by a metre or two, seeded so that every run draws the same line.
function trembling(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state / 2147483648 - 0.5) * 3;
  };
}

function drawn(points, shape) {
  const tremble = trembling(7);
  return Array.from({ length: points }, (_, index) => {
    const { x, y } = shape(index / (points - 1));
    return plane.toCoordinate({ x: x + tremble(), y: y + tremble() });
  });
}

const bend = (part) => ({ x: part * 800, y: 120 * Math.sin(part * 6) });
const corner = (part) => (part < 0.5 ? { x: part * 600, y: 0 } : { x: 300, y: (part - 0.5) * 600 });

function farthest(raw, line) {
  const path = line.map(plane.toMetres);
  return Math.max(...raw.map((coordinate) => toPath(plane.toMetres(coordinate), path)));
}

test("a pixel is so many metres", () => {
  assert.ok(Math.abs(metresPerPixel(60, 16) - 1.194) < 0.01);
  assert.ok(Math.abs(distance([10, 60], [10, 60.001]) - 111.3) < 0.5);
});

for (const [name, shape, most] of [["a bending road", bend, 40], ["a corner", corner, 12]])
  test(`a thousand raw points of ${name} become few, and stay where the finger was`, () => {
    const raw = drawn(1000, shape);
    const tolerance = toleranceFor(metresPerPixel(START[1], 16));
    const line = tidyStroke(raw, tolerance);
    assert.ok(line.length <= most, `${line.length} points`);
    assert.ok(line.length >= 3);
    assert.ok(farthest(raw, line) <= 2 * tolerance, `${farthest(raw, line)} m away`);
    assert.deepEqual([line[0], line.at(-1)].map((c) => distance(c, c === line[0] ? raw[0] : raw.at(-1)) < 0.01), [true, true]);
  });

test("the tolerance follows the zoom, between one and six metres", () => {
  const at = (zoom) => toleranceFor(metresPerPixel(60, zoom));
  assert.equal(at(19), 1);
  assert.ok(at(16) > at(17));
  assert.equal(at(12), 6);
});

test("a finished line has five decimals, no point twice and never more than 5,000 points", () => {
  const zigzag = Array.from({ length: 20_000 }, (_, index) => plane.toCoordinate({ x: index * 2, y: index % 2 ? 40 : 0 }));
  const line = finishedLine([...zigzag, zigzag.at(-1)]);
  assert.ok(line.length >= 2 && line.length <= 5000);
  assert.ok(line.flat().every((number) => number === Number(number.toFixed(5))));
  assert.ok(line.every((coordinate, index) => index === 0 || distance(coordinate, line[index - 1]) > 0));
});

test("short lines are left alone", () => {
  const two = [START, plane.toCoordinate({ x: 100, y: 0 })];
  assert.deepEqual(tidyStroke(two, 3), two);
  assert.equal(Math.round(lengthOf(two)), 100);
});
