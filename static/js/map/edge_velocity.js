// @ts-check
/** @typedef {import("./types.js").Pixel} Pixel */
/** @typedef {import("./types.js").Insets} Insets */

const ZONE = 56;
const FASTEST = 420;

/** @param {number} depth pixels into the edge zone */
function speed(depth) {
  return depth <= 0 ? 0 : FASTEST * Math.min(1, depth / ZONE) ** 1.5;
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
    x: speed(pixel.x - (size.x - insets.right - ZONE)) - speed(insets.left + ZONE - pixel.x),
    y: speed(pixel.y - (size.y - insets.bottom - ZONE)) - speed(insets.top + ZONE - pixel.y),
  };
}
