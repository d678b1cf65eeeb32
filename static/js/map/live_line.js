// @ts-check
import { CircleMarker, LayerGroup, Polyline, SVG } from "./leaflet.js";
/** @typedef {import("./types.js").MapApp} MapApp */
/** @typedef {import("./types.js").Coordinate} Coordinate */

const PANE = "drawing";
const ABOVE_MARKS = "640";
const STILL = { interactive: false, pane: PANE, smoothFactor: 0.5 };

/** @param {Coordinate[]} coordinates */
function flipped(coordinates) {
  return coordinates.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]));
}

/**
 * The line while it is being drawn: itself with a white casing, where it began, its end, and the band to the pointer.
 * @param {MapApp} mapApp
 */
export function createLiveLine({ map }) {
  const pane = map.getPane(PANE) ?? map.createPane(PANE);
  pane.style.zIndex = ABOVE_MARKS;
  pane.style.pointerEvents = "none";
  const style = { ...STILL, renderer: new SVG({ pane: PANE, padding: 0.2 }) };
  const casing = new Polyline([], { ...style, className: "live-line__casing" });
  const line = new Polyline([], { ...style, className: "live-line" });
  const band = new Polyline([], { ...style, className: "live-line__band" });
  const start = new CircleMarker([0, 0], { ...style, radius: 6, className: "live-line__start" });
  const end = new CircleMarker([0, 0], { ...style, radius: 9, className: "live-line__end" });
  const group = new LayerGroup([casing, band, line]).addTo(map);

  function showEnd(/** @type {CircleMarker} */ marker, /** @type {[number, number] | undefined} */ place) {
    if (!place) return group.removeLayer(marker);
    marker.setLatLng(place);
    group.addLayer(marker);
  }

  return {
    /** @param {Coordinate[]} coordinates @param {Coordinate | null} pointer */
    show(coordinates, pointer) {
      const points = flipped(coordinates);
      const last = points.at(-1);
      casing.setLatLngs(points);
      line.setLatLngs(points);
      band.setLatLngs(last && pointer ? [last, [pointer[1], pointer[0]]] : []);
      showEnd(start, points[0]);
      showEnd(end, points.length > 1 ? last : undefined);
    },
    remove: () => group.remove(),
  };
}
