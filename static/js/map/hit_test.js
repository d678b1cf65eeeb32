// @ts-check
/** @typedef {import("./types.js").Pixel} Pixel */

const STICKER_RADIUS = 18;

/** @param {Pixel} pixel @param {Pixel} a @param {Pixel} b */
function toSegment(pixel, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  const along = squared ? Math.min(1, Math.max(0, ((pixel.x - a.x) * dx + (pixel.y - a.y) * dy) / squared)) : 0;
  return Math.hypot(pixel.x - a.x - along * dx, pixel.y - a.y - along * dy);
}

/** @param {Pixel} pixel @param {Pixel[]} path one point, or a line */
export function toPath(pixel, path) {
  if (path.length === 1) return Math.hypot(pixel.x - path[0].x, pixel.y - path[0].y);
  return path.slice(1).reduce((least, point, index) => Math.min(least, toSegment(pixel, path[index], point)), Infinity);
}

/**
 * What was meant by a tap: the nearest within reach, a sticker before a road that runs below it.
 * @template {{path: Pixel[]}} Item
 * @param {Pixel} pixel
 * @param {Item[]} items
 * @param {number} [reach] pixels; 22 makes targets 44 wide
 * @returns {Item | null}
 */
export function itemAt(pixel, items, reach = 22) {
  let best = /** @type {Item | null} */ (null);
  let least = Infinity;
  for (const item of items) {
    const away = toPath(pixel, item.path);
    const weighed = item.path.length === 1 ? away - STICKER_RADIUS : away;
    if (away <= reach && weighed < least) [best, least] = [item, weighed];
  }
  return best;
}
