import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createPress } from "../../static/js/map/modes/press.js";

let heard;
let press;
const finger = (id, x, y, time, more = {}) => ({ id, type: "touch", primary: id === 1, x, y, time, ...more });

beforeEach(() => {
  heard = [];
  press = createPress({
    stroke: (points) => heard.push(`stroke ${points.map(({ x }) => x)}`),
    lift: () => heard.push("lift"),
    discard: () => heard.push("discard"),
    tap: ({ x }) => heard.push(`tap ${x}`),
  });
});

test("one finger that moves draws all it passed, one that does not taps", () => {
  press.down(finger(1, 0, 0, 0));
  press.move(finger(1, 4, 0, 10));
  press.move(finger(1, 20, 0, 20));
  press.move(finger(1, 30, 0, 30));
  press.up(finger(1, 30, 0, 40));
  press.down(finger(1, 50, 0, 500));
  press.move(finger(1, 53, 0, 520));
  press.up(finger(1, 53, 0, 540));
  assert.deepEqual(heard, ["stroke 0,4,20", "stroke 30", "lift", "tap 50"]);
});

test("what one finger drew just before the second landed never was", () => {
  press.down(finger(1, 0, 0, 0));
  press.move(finger(1, 20, 0, 60));
  press.down(finger(2, 200, 0, 90));
  press.move(finger(1, 80, 0, 120));
  press.up(finger(2, 200, 0, 200));
  press.move(finger(1, 150, 0, 300));
  press.up(finger(1, 150, 0, 400));
  assert.deepEqual(heard, ["stroke 0,20", "discard"]);
});

test("two fingers that land together leave no tap", () => {
  press.down(finger(1, 0, 0, 0));
  press.down(finger(2, 100, 0, 2));
  press.up(finger(1, 0, 0, 50));
  press.up(finger(2, 100, 0, 55));
  assert.deepEqual(heard, []);
});

test("a long stroke is kept when a second finger lands", () => {
  press.down(finger(1, 0, 0, 0));
  press.move(finger(1, 120, 0, 600));
  press.down(finger(2, 200, 0, 900));
  press.up(finger(1, 120, 0, 950));
  press.up(finger(2, 200, 0, 960));
  assert.deepEqual(heard, ["stroke 0,120", "lift"]);
});

test("the hand that rests beside a pen draws nothing", () => {
  press.down({ ...finger(7, 0, 0, 0), type: "pen", primary: true });
  press.down(finger(1, 300, 0, 5));
  press.move({ ...finger(7, 60, 0, 30), type: "pen", primary: true });
  press.move(finger(1, 340, 0, 35));
  press.up({ ...finger(7, 60, 0, 60), type: "pen", primary: true });
  press.up(finger(1, 340, 0, 90));
  assert.deepEqual(heard, ["stroke 0,60", "lift"]);
});

test("a stroke the browser took away is kept, a tap is not", () => {
  press.down(finger(1, 0, 0, 0));
  press.move(finger(1, 90, 0, 400));
  press.up(finger(1, 90, 0, 410), true);
  press.down(finger(1, 5, 0, 500));
  press.up(finger(1, 5, 0, 510), true);
  assert.deepEqual(heard, ["stroke 0,90", "lift"]);
});
