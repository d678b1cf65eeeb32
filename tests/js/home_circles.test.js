import assert from "node:assert/strict";
import { test } from "node:test";
import { distanceM } from "../../static/js/modules/local_metres.js";
import { addMarks, emptyDraft } from "../../static/js/modules/response_state.js";
import { forgetCircles, pageMemory } from "../../static/js/modules/circle_memory.js";
import { HomeCircles } from "../../static/js/modules/home_circles.js";

const HOME = [10.78, 59.91];
const SCHOOL = [10.80, 59.91];
const ROAD = Array.from({ length: 21 }, (_, step) => [HOME[0] + (step * (SCHOOL[0] - HOME[0])) / 20, HOME[1]]);
const SEED = [0.3, 0.7];

test("nothing kept of a road lies inside the circle", () => {
  const circles = new HomeCircles(SEED, null, pageMemory());
  const kept = circles.cut(ROAD, ["start"]);
  const [{ centre, radius }] = circles.circles;
  assert.ok(distanceM(HOME, centre) <= radius / 2);
  for (const position of kept) assert.ok(distanceM(position, centre) > radius);
});

test("the same circle serves the next road, also one that ends a few metres away, and after a reload", () => {
  const memory = pageMemory();
  new HomeCircles(SEED, null, memory).cut(ROAD, ["start"]);
  const again = new HomeCircles(SEED, null, memory);
  again.cut([[HOME[0] + 0.0003, HOME[1]], ...ROAD.slice(1)].reverse(), ["end"]);
  assert.equal(again.circles.length, 1);
});

test("a circle made anew from the pupil's seed falls on the same spot", () => {
  const [first, second] = [pageMemory(), pageMemory()].map((memory) => {
    const circles = new HomeCircles(SEED, null, memory);
    circles.cut(ROAD, ["start"]);
    return circles.circles[0];
  });
  assert.deepEqual(first, second);
});

test("a short road far from any home is left whole", () => {
  const path = [[10.79, 59.92], [10.7908, 59.92]];
  assert.deepEqual(new HomeCircles(SEED, null, pageMemory()).cut(path, []), path);
});

test("what was made before the circle is hidden by it too", () => {
  const circles = new HomeCircles(SEED, null, pageMemory());
  const mark = (type, coordinates) => ({ question: "q", category: "c", geometry: { type, coordinates }, answers: {} });
  const before = addMarks(emptyDraft("u"), [mark("Point", HOME), mark("Point", SCHOOL), mark("LineString", ROAD)]);
  circles.cut(ROAD, ["start"]);
  const [sticker, far, road] = circles.recut(before).marks;
  assert.notDeepEqual(sticker.geometry.coordinates, HOME);
  assert.ok(distanceM(sticker.geometry.coordinates, HOME) < 120);
  assert.deepEqual(far.geometry.coordinates, SCHOOL);
  assert.ok(road.geometry.coordinates.length < ROAD.length);
});

test("forgotten when the tablet is handed on", () => {
  const memory = pageMemory();
  const circles = new HomeCircles(SEED, null, memory);
  circles.cut(ROAD, ["start"]);
  circles.forget();
  assert.deepEqual(new HomeCircles(SEED, null, memory).circles, []);
});

test("who has sent leaves no circle, and others' stay", () => {
  const memory = pageMemory();
  new HomeCircles(SEED, null, memory).cut(ROAD, ["start"]);
  new HomeCircles([0.1, 0.2], null, memory).cut(ROAD, ["start"]);
  forgetCircles(SEED, memory);
  assert.deepEqual(new HomeCircles(SEED, null, memory).circles, []);
  assert.equal(new HomeCircles([0.1, 0.2], null, memory).circles.length, 1);
});
