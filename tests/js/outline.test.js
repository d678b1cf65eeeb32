import assert from "node:assert/strict";
import { test } from "node:test";
import { itemAt } from "../../static/js/map/hit_test.js";
import { finishedOutline, placeInside, problemWith } from "../../static/js/map/outline.js";

const at = (east, north) => [10.8 + east / 55_700, 59.93 + north / 111_320];
const metres = ([lon, lat]) => [Math.round((lon - 10.8) * 55_700), Math.round((lat - 59.93) * 111_320)];
const SQUARE = [at(0, 0), at(100, 0), at(100, 100), at(0, 100)];

/** Whether a place is in the outline, by the sum of turns, which knows nothing of how the outline was made. */
function winds(ring, [x, y]) {
  let turned = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [from, to] = [ring[index - 1], ring[index]].map(([lon, lat]) => Math.atan2(lat - y, lon - x));
    turned += Math.atan2(Math.sin(to - from), Math.cos(to - from));
  }
  return Math.abs(turned) > 3;
}

test("an outline closes itself, and has five decimals", () => {
  const ring = finishedOutline(SQUARE);
  assert.equal(ring.length, 5);
  assert.deepEqual(ring[0], ring[4]);
  for (const number of ring.flat()) assert.equal(number, Number(number.toFixed(5)));
  assert.equal(problemWith(ring), null);
});

test("one that was closed by hand is not closed twice", () => {
  assert.deepEqual(finishedOutline([...SQUARE, SQUARE[0]]), finishedOutline(SQUARE));
});

test("the tails of a hand that crossed its own line at the end go", () => {
  const ring = finishedOutline([at(20, -20), at(0, 20), at(0, 100), at(100, 100), at(100, 0), at(-15, 0)]);
  assert.equal(problemWith(ring), null);
  assert.ok(ring.map(metres).every(([, north]) => north >= -1), "neither tail is left");
  assert.ok(ring.map(metres).every(([east]) => east >= -1));
  assert.ok(winds(ring, at(50, 50)));
});

test("the small loops of a trembling hand go", () => {
  const ring = finishedOutline([at(0, 0), at(50, 0), at(56, 6), at(50, 6), at(56, -2), at(100, 0), at(100, 100), at(0, 100)]);
  assert.equal(problemWith(ring), null);
  assert.ok(winds(ring, at(50, 50)));
});

test("a piece that goes out and back again goes", () => {
  const ring = finishedOutline([at(0, 0), at(100, 0), at(150, 0), at(100, 0), at(100, 100), at(0, 100)]);
  assert.equal(problemWith(ring), null);
  assert.ok(ring.map(metres).every(([east]) => east <= 101));
});

test("an eight is no slip of a hand: it is told, and not changed", () => {
  const eight = finishedOutline([at(0, 0), at(100, 100), at(100, 0), at(0, 100)]);
  assert.equal(problemWith(eight), "crossing");
  assert.equal(eight.length, 5);
});

test("an outline that touches itself is told as well", () => {
  const pinched = finishedOutline([at(0, 0), at(100, 0), at(50, 50), at(100, 100), at(0, 100), at(50, 50)]);
  assert.equal(problemWith(pinched), "crossing");
});

test("what encloses next to nothing is too small", () => {
  assert.equal(problemWith(finishedOutline([at(0, 0), at(3, 0), at(3, 3)])), "too_small");
  assert.equal(problemWith(finishedOutline([at(0, 0), at(100, 0)])), "too_small");
  assert.equal(problemWith(finishedOutline([at(0, 0), at(50, 0), at(100, 0)])), "too_small");
  assert.equal(problemWith(finishedOutline([])), "too_small");
});

test("hands of many kinds give outlines that hold", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let hand = 0; hand < 60; hand += 1) {
    const drawn = Array.from({ length: 90 }, (_, step) => {
      const turn = ((step * 1.04) / 90) * 2 * Math.PI;
      const away = 80 + 20 * Math.sin(3 * turn) + 5 * random();
      return at(away * Math.cos(turn), away * Math.sin(turn));
    });
    const ring = finishedOutline(drawn);
    assert.equal(problemWith(ring), null, `hand ${hand}`);
    assert.ok(winds(ring, at(0, 0)));
  }
});

test("no outline is finer than the server takes, or takes the browser long", () => {
  const fine = Array.from({ length: 20_000 }, (_, step) => {
    const turn = (step / 20_000) * 2 * Math.PI;
    return at((3000 + 40 * Math.sin(200 * turn)) * Math.cos(turn), (3000 + 40 * Math.sin(200 * turn)) * Math.sin(turn));
  });
  const ring = finishedOutline(fine);
  assert.ok(ring.length <= 1001 && ring.length > 200);
  assert.equal(problemWith(ring), null);
});

test("a symbol stands inside even a bent outline", () => {
  const bent = finishedOutline([at(0, 0), at(100, 0), at(100, 100), at(80, 100), at(80, 20), at(0, 20)]);
  assert.ok(winds(bent, placeInside(bent)));
  assert.deepEqual(metres(placeInside(finishedOutline(SQUARE))), [50, 50]);
});

test("a tap inside an area means it, unless a sticker, a road or a smaller area is meant", () => {
  const box = (id, left, right) => ({ id, closed: true, path: [{ x: left, y: 0 }, { x: right, y: 0 }, { x: right, y: 300 }, { x: left, y: 300 }, { x: left, y: 0 }] });
  const items = [box("large", 0, 500), box("small", 100, 300), { id: "sticker", path: [{ x: 200, y: 150 }] }, { id: "road", path: [{ x: 400, y: 0 }, { x: 400, y: 300 }] }];
  const meant = (x, y) => itemAt({ x, y }, items)?.id;
  assert.equal(meant(205, 155), "sticker");
  assert.equal(meant(150, 50), "small");
  assert.equal(meant(410, 150), "road");
  assert.equal(meant(450, 150), "large");
  assert.equal(meant(515, 150), "large", "near its edge");
  assert.equal(meant(560, 150), undefined);
});
