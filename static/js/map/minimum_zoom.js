// @ts-check
/** @typedef {import("./types.js").MapApp} MapApp */
/** @typedef {import("./types.js").Hint} Hint */

/**
 * Says kindly when the map is too far out for a mark to mean a place.
 * @param {MapApp} mapApp
 * @param {((hint: Hint) => void) | undefined} onHint
 */
export function closeEnough({ map, minZoomToDraw }, onHint) {
  if (map.getZoom() >= minZoomToDraw) return true;
  onHint?.({ kind: "zoom_in", zoom: minZoomToDraw });
  return false;
}
