// @ts-check
/** @typedef {import("./types.js").Pixel} Pixel */
/** @typedef {import("./types.js").Insets} Insets */

const WIDEST = 56;
const PART = 0.12;
const FASTEST = 420;

/** @param {number} at @param {number} low @param {number} high where the free part of the map begins and ends */
function speed(at, low, high) {
  const zone = Math.min(WIDEST, (high - low) * PART);
  const depth = Math.max(low + zone - at, at - (high - zone));
  if (depth <= 0) return 0;
  return Math.sign(at - (low + high) / 2) * FASTEST * Math.min(1, depth / zone) ** 1.5;
}

/**
 * How fast the map should move for a pointer at a place: faster the nearer the edge, still elsewhere.
 * @param {Pixel} pixel in the map's element
 * @param {Pixel} size of the map's element
 * @param {Insets} insets what the page's bars cover
 * @returns {Pixel} pixels a second, positive towards the right and down
 */
export function edgeVelocity(pixel, size, insets) {
  return {
    x: speed(pixel.x, insets.left, size.x - insets.right),
    y: speed(pixel.y, insets.top, size.y - insets.bottom),
  };
}
