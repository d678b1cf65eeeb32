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

/** @param {Pixel} pixel @param {Pixel[]} ring closed */
function isInside({ x, y }, ring) {
  return ring.slice(1).reduce((inside, to, index) => {
    const from = ring[index];
    const cuts = from.y > y !== to.y > y && x < from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y);
    return cuts ? !inside : inside;
  }, false);
}

/** @param {Pixel[]} ring */
function widthOf(ring) {
  const across = ring.map(({ x }) => x);
  return Math.max(...across) - Math.min(...across);
}

/**
 * What was meant by a tap: the nearest within reach, a sticker before a road that runs below it, and before all areas that it
 * is inside of; of these the narrowest.
 * @template {{path: Pixel[], closed?: boolean}} Item
 * @param {Pixel} pixel
 * @param {Item[]} items
 * @param {number} [reach] pixels; 22 makes targets 44 wide
 * @returns {Item | null}
 */
export function itemAt(pixel, items, reach = 22) {
  let best = /** @type {Item | null} */ (null);
  let least = Infinity;
  for (const item of items) {
    const within = item.closed && isInside(pixel, item.path);
    const away = within ? 0 : toPath(pixel, item.path);
    const weighed = within ? reach + widthOf(item.path) : item.path.length === 1 ? away - STICKER_RADIUS : away;
    if (away <= reach && weighed < least) [best, least] = [item, weighed];
  }
  return best;
}
