// @ts-check
import { Control, Map as LeafletMap, latLng, latLngBounds, point } from "./leaflet.js";
import { t } from "../modules/texts.js";
import { basemapLayer } from "./basemap.js";
/** @typedef {import("./types.js").MapApp} MapApp */
/** @typedef {import("./types.js").MapData} MapData */

// A child's finger trembles; Leaflet's own 3 pixels would make most taps into tiny drags.
const TAP_TREMBLE = 9;
const KEY_STEP = 60;

/** @param {MapData} data */
function boundsOf({ bounds }) {
  return bounds ? latLngBounds([bounds[1], bounds[0]], [bounds[3], bounds[2]]) : undefined;
}

/** @param {HTMLElement} element @param {MapData} data */
function leafletMap(element, data) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const bounds = boundsOf(data);
  const map = new LeafletMap(element, {
    center: [data.centre[1], data.centre[0]],
    zoom: data.zoom,
    maxZoom: data.max_zoom ?? 19,
    maxBounds: bounds,
    maxBoundsViscosity: 1,
    zoomControl: false,
    attributionControl: false,
    keyboardPanDelta: KEY_STEP,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  if (still) jumpWithKeys(map);
  new Control.Attribution({ prefix: false, position: "bottomright" }).addTo(map);
  new Control.Zoom({ position: "topleft", zoomInTitle: t("Zoom in"), zoomOutTitle: t("Zoom out") }).addTo(map);
  /** @type {any} */ (map.dragging)._draggable.options.clickTolerance = TAP_TREMBLE;
  if (bounds) map.setMinZoom(Math.min(map.getBoundsZoom(bounds), data.min_zoom_to_draw));
  return map;
}

/** Leaflet slides with the arrow keys, also for those who ask for no motion. @param {LeafletMap} map */
function jumpWithKeys(map) {
  const panBy = map.panBy.bind(map);
  map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
}

/**
 * The map that everything else is drawn on. The element is focusable and needs an accessible name of its own.
 * @param {HTMLElement} element
 * @param {MapData} data
 * @returns {MapApp}
 */
export function createMap(element, data) {
  const map = leafletMap(element, data);
  const bounds = boundsOf(data);
  let layer = /** @type {import("leaflet").Layer | null} */ (null);
  element.classList.add("map");

  /** @type {MapApp} */
  const mapApp = {
    map,
    element,
    sources: data.sources,
    source: null,
    minZoomToDraw: data.min_zoom_to_draw,
    mode: "look",
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    setSource(id) {
      const source = data.sources.find((candidate) => candidate.id === id);
      if (!source || mapApp.source === id) return;
      layer?.remove();
      layer = basemapLayer(source, data.sources).addTo(map);
      mapApp.source = id;
    },
    middle() {
      const { x, y } = map.getSize();
      const { top, right, bottom, left } = mapApp.insets;
      return { x: (x + left - right) / 2, y: (y + top - bottom) / 2 };
    },
    coordinateAt({ x, y }) {
      const { lng, lat } = map.containerPointToLatLng(point(x, y));
      if (!bounds) return [lng, lat];
      const within = (/** @type {number} */ value, /** @type {number} */ low, /** @type {number} */ high) => Math.min(high, Math.max(low, value));
      return [within(lng, bounds.getWest(), bounds.getEast()), within(lat, bounds.getSouth(), bounds.getNorth())];
    },
    contains: ([lon, lat]) => !bounds || bounds.contains(latLng(lat, lon)),
    isGround: ({ target }) => target === element || (target instanceof Node && map.getPane("mapPane")?.contains(target) === true),
    destroy() {
      // Leaflet would end a zoom that is under way on a map that is gone.
      /** @type {any} */ (map)._animatingZoom = false;
      map.remove();
    },
  };
  if (data.sources.length) mapApp.setSource(data.sources[0].id);
  const { overlays } = data;
  if (overlays) void import("./overlays.js").then(({ showOverlays }) => mapApp.element.isConnected && showOverlays(map, overlays)).catch(() => undefined);
  return mapApp;
}
