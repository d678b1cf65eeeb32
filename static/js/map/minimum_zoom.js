// @ts-check
/** @typedef {import("./types.js").MapApp} MapApp */
/** @typedef {import("./types.js").Hint} Hint */

/**
 * Says kindly when the map is too far out for a mark to mean a place.
 * @param {MapApp} mapApp
 * @param {((hint: Hint) => void) | undefined} onHint
 * @param {import("./types.js").Pixel} [pixel] where it was pressed
 */
export function closeEnough({ map, minZoomToDraw, coordinateAt }, onHint, pixel) {
  if (map.getZoom() >= minZoomToDraw) return true;
  onHint?.({ kind: "zoom_in", zoom: minZoomToDraw, ...(pixel && { at: coordinateAt(pixel) }) });
  return false;
}
