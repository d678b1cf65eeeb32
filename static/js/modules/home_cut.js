// @ts-check
// Hides where a child lives, on the device: neither a circle, its seed nor an uncut route is ever sent.
import { cellMiddle } from "./cell_middle.js";
import { between, distanceM, lengthM, metresPerDegree } from "./local_metres.js";
import { newSeed } from "./new_seed.js";

/** @typedef {import("./local_metres.js").Position} Position */
/** @typedef {{centre: Position, radius: number}} Circle The radius is in metres. */
/** @typedef {"start" | "end"} End */

const DWELLINGS = 20;
const SMALLEST_M = 100;
const UNKNOWN_M = 200;
const LARGEST_M = 400;
const SHORTEST_KEPT_M = 100;
const ROUNDING_M = 1; // a vertex on the edge must not be rounded into the circle

/**
 * The seed for one of the pupil's homes: always the same for that home, and telling nothing of the next one's, so that
 * who knows where a child lives cannot work out from its circle where the other home is.
 * @param {[number, number]} seed the pupil's own
 * @param {Position} home
 * @returns {[number, number]}
 */
export function seedAt(seed, home) {
  const area = [Math.floor(home[0] * 50), Math.floor(home[1] * 100)]; // about a kilometre
  const words = [...seed.map((part) => Math.floor(part * 2 ** 32)), ...area];
  return [mixed([0, ...words]) / 2 ** 32, mixed([1, ...words]) / 2 ** 32];
}

/**
 * A circle that about twenty dwellings share, laid so that its middle does not tell which.
 * @param {Position} home
 * @param {number | null} density dwellings per m², null where unknown
 * @param {[number, number]} [seed]
 * @returns {Circle}
 */
export function privacyCircle(home, density, seed = newSeed()) {
  const radius = circleRadius(density);
  const away = (radius / 2) * Math.sqrt(seed[0]);
  const turn = 2 * Math.PI * seed[1];
  const [east, north] = metresPerDegree(home[1]);
  return {
    centre: [home[0] + (away * Math.cos(turn)) / east, home[1] + (away * Math.sin(turn)) / north],
    radius,
  };
}

/**
 * On a school route the end away from the school is home, whichever way it was drawn.
 * @param {Position[]} route
 * @param {Position} school
 * @returns {End}
 */
export function homeEnd(route, school) {
  return distanceM(route[0], school) > distanceM(route[route.length - 1], school) ? "start" : "end";
}

/**
 * The longest part of the route outside every circle, five decimals; null where under 100 m would remain.
 * Cutting again changes nothing, so routes drawn before a circle was made can be cut with it too.
 * @param {Position[]} route
 * @param {Circle[]} circles
 * @returns {Position[] | null}
 */
export function cutByCircles(route, circles) {
  const parts = circles.reduce((left, circle) => left.flatMap((part) => partsOutside(part, circle)), [route]);
  const longest = parts.reduce((best, part) => (lengthM(part) > lengthM(best) ? part : best), parts[0] ?? []);
  const rounded = longest.map(roundPosition).filter((position, index, all) => !same(position, all[index - 1]));
  return lengthM(rounded) >= SHORTEST_KEPT_M ? rounded : null;
}

/**
 * Where a sticker is kept: inside a circle, in the middle of its H3 cell.
 * @param {Position} position
 * @param {Circle[]} circles
 * @returns {Position}
 */
export function hideSticker(position, circles) {
  return roundPosition(circles.some((circle) => isInside(position, circle)) ? cellMiddle(position) : position);
}

/**
 * @param {Position} position
 * @param {Circle} circle
 */
export function isInside(position, circle) {
  return distanceM(position, circle.centre) <= circle.radius;
}

/**
 * Whole numbers mixed to one of 32 bits.
 * @param {number[]} words
 */
function mixed(words) {
  let state = 0x9e3779b9;
  for (const word of words) {
    state = Math.imul(state ^ word, 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 15), 0xc2b2ae35);
    state ^= state >>> 13;
  }
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  return (state ^ (state >>> 15)) >>> 0;
}

/** @param {number | null} density */
function circleRadius(density) {
  if (!density || !(density > 0)) return UNKNOWN_M;
  return Math.min(Math.max(2 * Math.sqrt(DWELLINGS / (Math.PI * density)), SMALLEST_M), LARGEST_M);
}

/**
 * @param {Position[]} line
 * @param {Circle} circle
 * @returns {Position[][]}
 */
function partsOutside(line, circle) {
  if (isClear(line, circle)) return [line];
  /** @type {Position[][]} */
  const parts = [];
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1], line[index]];
    for (const [start, end] of sharesOutside(a, b, circle.centre, circle.radius + ROUNDING_M)) {
      const part = parts.at(-1);
      if (part && start === 0 && same(part[part.length - 1], a)) part.push(between(a, b, end));
      else parts.push([between(a, b, start), between(a, b, end)]);
    }
  }
  return parts;
}

/**
 * @param {Position[]} line
 * @param {Circle} circle
 */
function isClear(line, { centre, radius }) {
  return line.every((b, index) => {
    if (index === 0) return true;
    const shares = sharesOutside(line[index - 1], b, centre, radius);
    return shares.length === 1 && shares[0][0] === 0 && shares[0][1] === 1;
  });
}

/**
 * The stretches of a→b, as shares of it, at least `radius` metres from the centre.
 * @param {Position} a
 * @param {Position} b
 * @param {Position} centre
 * @param {number} radius
 * @returns {[number, number][]}
 */
function sharesOutside(a, b, centre, radius) {
  const [east, north] = metresPerDegree(centre[1]);
  const [x, y] = [(a[0] - centre[0]) * east, (a[1] - centre[1]) * north];
  const [dx, dy] = [(b[0] - a[0]) * east, (b[1] - a[1]) * north];
  const squared = dx * dx + dy * dy;
  const half = x * dx + y * dy;
  const apart = x * x + y * y - radius ** 2;
  const underRoot = half * half - squared * apart;
  if (squared === 0 || underRoot <= 0) return apart < 0 ? [] : [[0, 1]];
  const enters = (-half - Math.sqrt(underRoot)) / squared;
  const leaves = (-half + Math.sqrt(underRoot)) / squared;
  /** @type {[number, number][]} */
  const stretches = [
    [0, Math.min(enters, 1)],
    [Math.max(leaves, 0), 1],
  ];
  return stretches.filter(([start, end]) => start < end);
}

/**
 * @param {Position} position
 * @returns {Position}
 */
function roundPosition([lon, lat]) {
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

/**
 * @param {Position} a
 * @param {Position | undefined} b
 */
function same(a, b) {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}
