// @ts-check
import simplify from "simplify-js";
import { distance, localPlane } from "./distance.js";
/** @typedef {import("./types.js").Coordinate} Coordinate */
/** @typedef {{x: number, y: number}} Point metres */

// The line kept is never further from the finger's than twice the tolerance: half from smoothing, half from simplifying.
const TOLERANCE_PIXELS = 1.5;
const LEAST_TOLERANCE = 1;
const MOST_TOLERANCE = 6;
export const MOST_POINTS = 5000;
// Of an outline, each piece of which is held against all others.
export const MOST_CORNERS = 1000;
// Simplifying calls itself once a corner at worst: pieces keep that shallow.
const PIECE = 1000;

/**
 * The tolerance in metres for a line drawn where a pixel is so many metres.
 * @param {number} metresPerPixel
 */
export function toleranceFor(metresPerPixel) {
  return Math.min(MOST_TOLERANCE, Math.max(LEAST_TOLERANCE, TOLERANCE_PIXELS * metresPerPixel));
}

/** @param {Point} point @param {Point} wish @param {number} limit @returns {Point} */
function towards(point, wish, limit) {
  const away = Math.hypot(wish.x - point.x, wish.y - point.y);
  if (away <= limit) return wish;
  const part = limit / away;
  return { x: point.x + (wish.x - point.x) * part, y: point.y + (wish.y - point.y) * part };
}

/**
 * Takes the trembling out of a line: each inner point moves towards the mean of its neighbours, at most `limit`.
 * @param {Point[]} points
 * @param {number} limit metres
 */
export function smooth(points, limit) {
  let smoothed = points;
  for (let round = 0; round < 2; round += 1) {
    const before = smoothed;
    smoothed = before.map((point, index) => {
      if (index === 0 || index === before.length - 1) return point;
      const [a, b] = [before[index - 1], before[index + 1]];
      return towards(points[index], { x: (a.x + 2 * point.x + b.x) / 4, y: (a.y + 2 * point.y + b.y) / 4 }, limit);
    });
  }
  return smoothed;
}

/**
 * A freehand stroke made as short as it can be and as smooth as the hand meant it.
 * @param {Coordinate[]} stroke
 * @param {number} tolerance metres
 * @returns {Coordinate[]} first and last point unchanged
 */
export function tidyStroke(stroke, tolerance) {
  if (stroke.length < 3) return stroke;
  if (stroke.length > PIECE) {
    const first = tidyStroke(stroke.slice(0, PIECE), tolerance);
    return [...first.slice(0, -1), ...tidyStroke(stroke.slice(PIECE - 1), tolerance)];
  }
  const plane = localPlane(stroke[0]);
  const points = smooth(stroke.map(plane.toMetres), tolerance);
  return simplify(points, tolerance, true).map(plane.toCoordinate);
}

/** @param {Coordinate} coordinate @returns {Coordinate} */
export function rounded([lon, lat]) {
  return [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
}

/**
 * The line as it is handed in: 5 decimals (about a metre), no point twice in a row, at most so many points.
 * @param {Coordinate[]} coordinates
 * @param {number} [most]
 * @returns {Coordinate[]}
 */
export function finishedLine(coordinates, most = MOST_POINTS) {
  let line = coordinates;
  for (let tolerance = LEAST_TOLERANCE; line.length > most; tolerance *= 1.5) line = tidyStroke(line, tolerance);
  return line.map(rounded).filter((coordinate, index, all) => index === 0 || distance(all[index - 1], coordinate) > 0);
}
