import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, localPlane } from "../../static/js/map/distance.js";
import { createRouteLine } from "../../static/js/map/route_line.js";

const plane = localPlane([10.8, 59.93]);
const at = (x, y) => plane.toCoordinate({ x, y });
const aPixelIsAMetre = () => 1;

function stroke(line, from, to, points = 50) {
  for (let index = 0; index < points; index += 1) {
    const part = index / (points - 1);
    line.addToStroke(at(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part));
  }
  line.endStroke();
}
const metres = (line) => Math.round(line.length);

test("a stroke begun near the end carries on without a kink", () => {
  const line = createRouteLine(aPixelIsAMetre);
  stroke(line, [0, 0], [100, 0]);
  stroke(line, [90, 8], [200, 0]);
  assert.ok(metres(line) <= 202, `${metres(line)} m`);
});

test("a stroke begun elsewhere is reached by a straight piece", () => {
  const line = createRouteLine(aPixelIsAMetre);
  stroke(line, [0, 0], [100, 0]);
  stroke(line, [200, 0], [200, 100]);
  assert.equal(metres(line), 300);
  assert.ok(line.coordinates.some((coordinate) => distance(coordinate, at(200, 0)) < 1));
});

test("undo and redo go a stroke or a point at a time, and clearing can be undone", () => {
  const line = createRouteLine(aPixelIsAMetre);
  stroke(line, [0, 0], [100, 0]);
  line.addPoint(at(100, 50));
  assert.equal(metres(line), 150);
  line.undo();
  assert.equal(metres(line), 100);
  line.redo();
  assert.equal(metres(line), 150);
  line.clear();
  assert.equal(line.coordinates.length, 0);
  line.undo();
  assert.equal(metres(line), 150);
  line.undo();
  line.undo();
  assert.equal(line.undo(), false);
  assert.equal(line.canRedo, true);
});

test("a discarded stroke leaves nothing, nor a second click on the same place", () => {
  const line = createRouteLine(aPixelIsAMetre);
  line.addToStroke(at(0, 0));
  line.addToStroke(at(10, 0));
  line.discardStroke();
  line.endStroke();
  assert.equal(line.canUndo, false);
  line.addPoint(at(0, 0));
  assert.equal(line.addPoint(at(1, 1)), false);
  assert.equal(line.coordinates.length, 1);
});

test("a stroke of many minutes stays light and whole while it grows", () => {
  const line = createRouteLine(aPixelIsAMetre);
  for (let index = 0; index < 6000; index += 1) line.addToStroke(at(index, 40 * Math.sin(index / 60)));
  assert.ok(line.shown.length < 1000, `${line.shown.length} points on the screen`);
  line.endStroke();
  assert.ok(line.coordinates.length < 600);
  assert.ok(distance(line.coordinates[0], at(0, 0)) < 1);
  assert.ok(line.coordinates.every((coordinate, index, all) => index === 0 || distance(coordinate, all[index - 1]) < 120));
});
