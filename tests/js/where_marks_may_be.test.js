import assert from "node:assert/strict";
import { test } from "node:test";
import { covers, meets } from "../../static/js/map/inside.js";
import { whereMarksMayBe } from "../../static/js/answering/map/where_marks_may_be.js";

const box = (west, south, east, north) => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const point = (x, y) => ({ type: "Point", coordinates: [x, y] });
const line = (...coordinates) => ({ type: "LineString", coordinates });
const area = (...ring) => ({ type: "Polygon", coordinates: [ring] });
const LAKE = box(4, 4, 6, 6);
const ISLAND = [[box(0, 0, 10, 10), LAKE], [box(20, 0, 30, 10)]];

test("a place is covered where it lies within, not in a hole and not beside", () => {
  assert.ok(covers(ISLAND, point(1, 1)));
  assert.ok(covers(ISLAND, point(25, 5)));
  assert.ok(!covers(ISLAND, point(5, 5)));
  assert.ok(!covers(ISLAND, point(15, 5)));
});

test("a line is covered only as a whole", () => {
  assert.ok(covers(ISLAND, line([1, 1], [9, 1], [9, 9])));
  assert.ok(!covers(ISLAND, line([1, 5], [9, 5])), "it goes through the lake");
  assert.ok(!covers(ISLAND, line([1, 1], [25, 1])), "both its ends are within, and the sound between them is not");
});

test("an area is covered only when no hole lies in it", () => {
  assert.ok(covers(ISLAND, area(...box(1, 1, 3, 9))));
  assert.ok(!covers(ISLAND, area(...box(3, 3, 7, 7))), "it goes around the lake");
  assert.ok(!covers(ISLAND, area(...box(-1, -1, 11, 11))));
});

test("what touches meets", () => {
  assert.ok(meets(ISLAND, point(1, 1)));
  assert.ok(!meets(ISLAND, point(5, 5)));
  assert.ok(meets(ISLAND, line([-1, 1], [11, 1])), "neither end is within");
  assert.ok(meets(ISLAND, area(...box(-1, -1, 11, 11))), "it goes around all of it");
  assert.ok(!meets(ISLAND, area(...box(12, 0, 18, 10))));
});

const data = { reach: [[box(-5, -5, 35, 15)]], area: ISLAND };
const refusal = (boundary) => whereMarksMayBe({ boundary }, data);

test("far from the project nothing may be", () => {
  assert.equal(refusal()(point(50, 50)), "outside");
  assert.equal(refusal()(point(15, 5)), null);
  assert.equal(whereMarksMayBe({}, { reach: null, area: null })(point(50, 50)), null);
});

test("a question may keep to the project's area, or to one of its own", () => {
  const project = { keep: "inside", area: "project" };
  assert.equal(refusal(project)(point(1, 1)), null);
  assert.equal(refusal(project)(point(15, 5)), "beyond");
  assert.equal(refusal({ keep: "inside", area: area(...box(0, 0, 2, 2)) })(point(3, 3)), "beyond");
  assert.equal(whereMarksMayBe({ boundary: project }, { reach: null, area: null })(point(1, 1)), null, "a project without an area is everywhere");
});

test("a question may leave an area out, and what reaches into it", () => {
  const lake = { keep: "outside", area: area(...LAKE) };
  assert.equal(refusal(lake)(point(1, 1)), null);
  assert.equal(refusal(lake)(point(5, 5)), "left_out");
  assert.equal(refusal(lake)(line([1, 5], [9, 5])), "left_out");
});
