// The same cases as the server's reference: tests/unit/safeguards/test_privacy_circle.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  cutByCircles,
  hideSticker,
  homeEnd,
  isInside,
  privacyCircle,
  seedAt,
} from "../../static/js/modules/home_cut.js";
import { newSeed } from "../../static/js/modules/new_seed.js";
import { metresPerDegree } from "../../static/js/modules/local_metres.js";

const cases = JSON.parse(readFileSync(new URL("../data/home_cut_cases.json", import.meta.url), "utf-8"));
const home = [5.23751, 60.36208];
const [east, north] = metresPerDegree(home[1]);
const at = (x, y) => [home[0] + x / east, home[1] + y / north];

function near(found, expected, tolerance = 1.1e-5) {
  const [a, b] = [found, expected].map((value) => (value ?? []).flat());
  assert.equal(a.length, b.length);
  a.forEach((number, index) => assert.ok(Math.abs(number - b[index]) < tolerance, `${number} is not ${b[index]}`));
}

for (const { name, route, circles, kept } of cases.circle_cuts)
  test(`a route is cut: ${name}`, () => {
    const cut = cutByCircles(route, circles);
    near(cut, kept);
    if (!cut) return;
    assert.ok(!cut.some((vertex) => circles.some((circle) => isInside(vertex, circle))));
    assert.deepEqual(cutByCircles(cut, circles), cut, "cutting again changes nothing");
  });

test("circles are laid as domain and seed say", () => {
  for (const { home: from, density, seed, circle } of cases.privacy_circles) {
    const made = privacyCircle(from, density, seed);
    near(made.centre, circle.centre, 1e-9);
    assert.ok(Math.abs(made.radius - circle.radius) < 1e-6);
  }
});

test("a sticker inside a circle moves to the middle of its cell", () => {
  for (const { position, circles, kept } of cases.stickers) near(hideSticker(position, circles), kept);
});

test("home is the end away from the school, whichever way it was drawn", () => {
  const route = [at(0, 0), at(500, 0), at(900, 0)];
  assert.equal(homeEnd(route, at(950, 0)), "start");
  assert.equal(homeEnd(route.toReversed(), at(950, 0)), "end");
});

test("a home's seed is its own, and always the same", () => {
  const seeds = Array.from({ length: 2000 }, newSeed);
  const [here, there] = [home, at(3000, 500)].map((place) => seeds.map((seed) => seedAt(seed, place)));
  assert.deepEqual(seeds.map((seed) => seedAt(seed, at(4, -3))), here);
  for (const axis of [0, 1]) {
    const share = (test) => here.filter((seed, index) => test(seed[axis], there[index][axis])).length / seeds.length;
    assert.ok(here.every((seed) => seed[axis] >= 0 && seed[axis] < 1));
    assert.ok(Math.abs(share((one) => one < 0.25) - 0.25) < 0.05);
    assert.ok(Math.abs(share((one, other) => Math.abs(one - other) < 0.1) - 0.19) < 0.05, "two homes' seeds are alike");
  }
});

test("the home is always inside, and the seed is never the same", () => {
  const middles = new Set();
  for (let count = 0; count < 200; count += 1) {
    const circle = privacyCircle(home, 0.0005);
    assert.ok(isInside(home, circle));
    middles.add(String(circle.centre));
  }
  assert.equal(middles.size, 200);
  assert.ok(newSeed().every((number) => number >= 0 && number < 1));
});
