import assert from "node:assert/strict";
import { test } from "node:test";
import { eachSourceOnce } from "../../static/js/map/attribution.js";
import { edgeVelocity } from "../../static/js/map/edge_velocity.js";
import { findPlace, nearestPlace } from "../../static/js/map/find_place.js";
import { itemAt } from "../../static/js/map/hit_test.js";
import { groupPlaces } from "../../static/js/map/place_groups.js";

const SCREEN = { x: 800, y: 600 };
const bars = { top: 60, right: 0, bottom: 100, left: 0 };

test("the map stands still in the middle and moves faster the nearer the edge", () => {
  assert.deepEqual(edgeVelocity({ x: 400, y: 300 }, SCREEN, bars), { x: 0, y: 0 });
  const near = edgeVelocity({ x: 760, y: 300 }, SCREEN, bars);
  const nearer = edgeVelocity({ x: 798, y: 300 }, SCREEN, bars);
  assert.ok(near.x > 0 && nearer.x > near.x && near.y === 0);
  assert.ok(edgeVelocity({ x: 5, y: 300 }, SCREEN, bars).x < 0);
});

test("the edge is where the page's bars begin", () => {
  assert.ok(edgeVelocity({ x: 400, y: 495 }, SCREEN, bars).y > 0);
  assert.ok(edgeVelocity({ x: 400, y: 70 }, SCREEN, bars).y < 0);
});

const places = [
  { name: "Loddefjord skole", lon: 5.23, lat: 60.36 },
  { name: "Olsvikåsen videregående skole", lon: 5.22, lat: 60.38 },
  { name: "Vadmyra skole", lon: 5.24, lat: 60.35 },
  { name: "Kjøkkelvik skole", lon: 5.21, lat: 60.39 },
];
const names = (typed) => findPlace(typed, places).map(({ name }) => name);

test("a school is found from its first letters, a later word, and without Norwegian letters", () => {
  assert.deepEqual(names("lodd"), ["Loddefjord skole"]);
  assert.deepEqual(names("videreg"), ["Olsvikåsen videregående skole"]);
  assert.deepEqual(names("KJOKK"), ["Kjøkkelvik skole"]);
  assert.deepEqual(names("olsvika"), ["Olsvikåsen videregående skole"]);
  assert.equal(names("skole").length, 4);
  assert.deepEqual(names(" "), []);
  assert.deepEqual(names("(["), []);
});

test("the nearest place is named with its distance", () => {
  const { place, metres } = nearestPlace([5.2301, 60.3601], places);
  assert.equal(place.name, "Loddefjord skole");
  assert.ok(metres < 20);
  assert.equal(nearestPlace([5, 60], []), null);
});

test("a tap finds what is within 22 pixels, a sticker before the road under it", () => {
  const road = { id: "road", path: [{ x: 0, y: 100 }, { x: 300, y: 100 }] };
  const sticker = { id: "sticker", path: [{ x: 150, y: 112 }] };
  assert.equal(itemAt({ x: 150, y: 104 }, [road, sticker]).id, "sticker");
  assert.equal(itemAt({ x: 40, y: 121 }, [road, sticker]).id, "road");
  assert.equal(itemAt({ x: 40, y: 130 }, [road, sticker]), null);
});

test("several feelings about one place stand together", () => {
  const mark = (id, together, coordinates = [5, 60]) => ({ id, category: "good", geometry: { type: "Point", coordinates }, answers: { together } });
  const groups = [...groupPlaces([mark("a", 1), mark("b", 2, [6, 60]), mark("c", 1), mark("d"), mark("e")]).values()];
  assert.deepEqual(groups.map((marks) => marks.map(({ id }) => id)), [["a", "c"], ["b"], ["d"], ["e"]]);
});

test("each source of a map is named once, where it stands first", () => {
  assert.deepEqual(eachSourceOnce(["© Kartverket", "© Kartverket, SSB"]), ["© Kartverket", "SSB"]);
  assert.deepEqual(eachSourceOnce(["© Kartverket, SSB", "(c) kartverket", "© Bergen kommune"]), ["© Kartverket", "SSB", "© Bergen kommune"]);
  assert.deepEqual(eachSourceOnce(["Bergen kommune, SSB", "© Bergen kommune", "", "SSB"]), ["© Bergen kommune", "SSB"]);
});

test("a licence stays with the source that it is said of", () => {
  const credits = ["© Bergen kommune, CC BY 4.0", "© Vegvesenet, NLOD 2.0", "© Askøy kommune, CC BY 4.0"];
  assert.deepEqual(eachSourceOnce(credits), credits);
});
