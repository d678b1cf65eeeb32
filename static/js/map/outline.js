// @ts-check
// An outline drawn around an area, made into a ring that neither crosses nor touches itself. All of it is worked out in whole
// steps of 5 decimals, in which nothing is rounded: what is right here is right on the server.
import { MOST_CORNERS, finishedLine } from "./simplify_line.js";
/** @typedef {import("./types.js").Coordinate} Coordinate */
/** @typedef {{x: number, y: number}} Corner whole steps */

const STEPS = 1e5;
const METRES_PER_STEP = 111_320 / STEPS;
const SMALLEST = 25;
// A hand that draws around a place crosses its own line where it ends and where it trembles: so much of the whole is a slip.
const SLIP = 0.25;
const MOST_SLIPS = 60;

/**
 * An outline as it is handed in: closed, 5 decimals, without the slips of a hand.
 * @param {Coordinate[]} drawn @returns {Coordinate[]} four places at least; fewer where nothing is left
 */
export function finishedOutline(drawn) {
  const corners = finishedLine(drawn, MOST_CORNERS).map(([lon, lat]) => ({ x: Math.round(lon * STEPS), y: Math.round(lat * STEPS) }));
  const ring = untangled(tidied(corners));
  const places = ring.map(({ x, y }) => /** @type {Coordinate} */ ([x / STEPS, y / STEPS]));
  return places.length ? [...places, places[0]] : [];
}

/** Why an outline cannot be handed in; null when it can. @param {Coordinate[]} closed @returns {"too_small"|"crossing"|null} */
export function problemWith(closed) {
  const ring = closed.slice(0, -1).map(([lon, lat]) => ({ x: Math.round(lon * STEPS), y: Math.round(lat * STEPS) }));
  if (ring.length < 3) return "too_small";
  if (firstMeeting(ring)) return "crossing";
  return areaOf(ring) < SMALLEST ? "too_small" : null;
}

/**
 * A place inside the outline, for its symbol: in the middle of the widest part at half its height.
 * @param {Coordinate[]} closed @returns {Coordinate}
 */
export function placeInside(closed) {
  const heights = closed.map(([, lat]) => lat);
  const middle = (Math.min(...heights) + Math.max(...heights)) / 2;
  const cuts = closed.slice(1).flatMap((to, index) => {
    const from = closed[index];
    return from[1] > middle === to[1] > middle ? [] : [from[0] + ((to[0] - from[0]) * (middle - from[1])) / (to[1] - from[1])];
  });
  cuts.sort((a, b) => a - b);
  const spans = cuts.flatMap((west, index) => (index % 2 || cuts[index + 1] === undefined ? [] : [[west, cuts[index + 1]]]));
  const [west, east] = spans.reduce((best, span) => (span[1] - span[0] > best[1] - best[0] ? span : best), spans[0] ?? [closed[0][0], closed[0][0]]);
  return [(west + east) / 2, middle];
}

/** Without corners twice in a row, and without pieces that go out and back on themselves. @param {Corner[]} ring @returns {Corner[]} */
function tidied(ring) {
  const kept = ring.filter((corner, index) => {
    const [before, after] = [ring.at(index - 1), ring[(index + 1) % ring.length]];
    return !before || (!same(corner, after) && !turnsBack(before, corner, after));
  });
  return kept.length < ring.length && kept.length ? tidied(kept) : kept;
}

/** Where a ring meets itself, the smaller of its two loops is a slip, and goes. @param {Corner[]} ring @returns {Corner[]} */
function untangled(ring) {
  for (let slips = 0; slips < MOST_SLIPS; slips += 1) {
    const met = firstMeeting(ring);
    if (!met) return ring;
    const loops = [[met.at, ...ring.slice(met.first + 1, met.second + 1)], [met.at, ...ring.slice(met.second + 1), ...ring.slice(0, met.first + 1)]];
    const [smaller, larger] = loops.sort((a, b) => around(a) - around(b));
    if (around(smaller) > SLIP * around(ring)) return ring;
    ring = tidied(larger);
  }
  return ring;
}

/** @param {Corner[]} ring @returns {{first: number, second: number, at: Corner}|null} the pieces that begin at these corners */
function firstMeeting(ring) {
  const last = ring.length - 1;
  for (let first = 0; first < last; first += 1) {
    const [a, b] = [ring[first], ring[first + 1]];
    for (let second = first + 2; second <= last - Number(first === 0); second += 1) {
      const at = meeting(a, b, ring[second], ring[(second + 1) % ring.length]);
      if (at) return { first, second, at };
    }
  }
  return null;
}

/** Where two pieces cross or touch. @param {Corner} a @param {Corner} b @param {Corner} c @param {Corner} d @returns {Corner|null} */
function meeting(a, b, c, d) {
  if (Math.max(a.x, b.x) < Math.min(c.x, d.x) || Math.max(c.x, d.x) < Math.min(a.x, b.x)) return null;
  if (Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y)) return null;
  const [ofC, ofD, ofA, ofB] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (ofC * ofD < 0 && ofA * ofB < 0) return crossing(a, b, ofA / (ofA - ofB));
  if (!ofC && between(a, b, c)) return c;
  if (!ofD && between(a, b, d)) return d;
  if (!ofA && between(c, d, a)) return a;
  return !ofB && between(c, d, b) ? b : null;
}

/** @param {Corner} a @param {Corner} b @param {number} share of the way @returns {Corner} */
const crossing = (a, b, share) => ({ x: Math.round(a.x + (b.x - a.x) * share), y: Math.round(a.y + (b.y - a.y) * share) });

/** Above 0 left of the way from a to b, 0 on it. @param {Corner} a @param {Corner} b @param {Corner} c */
const side = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Of a place on the line through a and b. @param {Corner} a @param {Corner} b @param {Corner} c */
const between = (a, b, c) => Math.min(a.x, b.x) <= c.x && c.x <= Math.max(a.x, b.x) && Math.min(a.y, b.y) <= c.y && c.y <= Math.max(a.y, b.y);

/** @param {Corner} before @param {Corner} at @param {Corner} after */
const turnsBack = (before, at, after) => !side(before, at, after) && (at.x - before.x) * (after.x - at.x) + (at.y - before.y) * (after.y - at.y) < 0;

/** @param {Corner} a @param {Corner} b */
const same = (a, b) => a.x === b.x && a.y === b.y;

/** How many metres a step east and a step north are. @param {Corner[]} ring */
const scale = (ring) => [METRES_PER_STEP * Math.cos((ring[0].y / STEPS) * (Math.PI / 180)), METRES_PER_STEP];

/** Metres around. @param {Corner[]} ring */
function around(ring) {
  const [east, north] = scale(ring);
  return ring.reduce((sum, { x, y }, index) => {
    const before = /** @type {Corner} */ (ring.at(index - 1));
    return sum + Math.hypot((x - before.x) * east, (y - before.y) * north);
  }, 0);
}

/** Square metres. @param {Corner[]} ring */
function areaOf(ring) {
  const [east, north] = scale(ring);
  const [{ x: x0, y: y0 }] = ring;
  const doubled = ring.reduce((sum, { x, y }, index) => {
    const before = /** @type {Corner} */ (ring.at(index - 1));
    return sum + (before.x - x0) * (y - y0) - (x - x0) * (before.y - y0);
  }, 0);
  return Math.abs((doubled / 2) * east * north);
}
