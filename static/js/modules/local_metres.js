// @ts-check
/** @typedef {[number, number]} Position Longitude and latitude, WGS84. */

/**
 * East–west and north–south, by the series of the WGS84 ellipsoid.
 * @param {number} lat
 * @returns {[number, number]}
 */
export function metresPerDegree(lat) {
  const phi = (lat * Math.PI) / 180;
  return [
    111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    111132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  ];
}

/**
 * @param {Position} a
 * @param {Position} b
 */
export function distanceM(a, b) {
  const [east, north] = metresPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((b[0] - a[0]) * east, (b[1] - a[1]) * north);
}

/** @param {Position[]} line */
export function lengthM(line) {
  let metres = 0;
  for (let index = 1; index < line.length; index += 1) metres += distanceM(line[index - 1], line[index]);
  return metres;
}

/**
 * The position at `share` (0–1) of the way from a to b.
 * @param {Position} a
 * @param {Position} b
 * @param {number} share
 * @returns {Position}
 */
export function between(a, b, share) {
  if (share <= 0) return a;
  if (share >= 1) return b;
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
