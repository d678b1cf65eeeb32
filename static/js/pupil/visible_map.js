// @ts-check
/** @typedef {import("../map/types.js").MapApp} MapApp */

export const WIDE = 900;
const BELOW_BARS = 16;
const EDGE = 40;

/**
 * Tells the map what lies over it: bars, the drawer, a sheet.
 * @param {MapApp} mapApp @param {{top: HTMLElement, bottom: HTMLElement, drawer: HTMLElement|null, wide: boolean}} parts
 */
export function keepClear(mapApp, { top, bottom, drawer, wide }) {
  const cover = document.querySelector(".sheet[open]:not(.sheet--small)") || drawer;
  const { width, height } = cover?.getBoundingClientRect() || { width: 0, height: 0 };
  const below = Math.max(bottom.offsetHeight + BELOW_BARS, wide ? 0 : height);
  mapApp.insets = { top: top.offsetHeight, right: wide ? width : 0, bottom: below, left: 0 };
  mapApp.map.invalidateSize({ pan: false });
}

/** Moves the map only when the place is covered. @param {MapApp} mapApp @param {[number, number]} position */
export function bringIntoSight(mapApp, [lon, lat]) {
  const { map, insets } = mapApp;
  const { x, y } = map.latLngToContainerPoint([lat, lon]);
  const size = map.getSize();
  const across = x > insets.left + EDGE && x < size.x - insets.right - EDGE;
  const down = y > insets.top + EDGE && y < size.y - insets.bottom - EDGE;
  const middle = mapApp.middle();
  if (!across || !down) map.panBy([x - middle.x, y - middle.y]);
}
