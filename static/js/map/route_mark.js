// @ts-check
import { LayerGroup, Polyline } from "./leaflet.js";
import { casingStyle, routeStyle } from "./route_style.js";
/** @typedef {import("./types.js").Mark} Mark */
/** @typedef {import("./types.js").Category} Category */

/**
 * A road on the map: the line in its way of travel over a white casing.
 * @param {Mark} mark
 * @param {Category} category
 * @param {{pane: string, renderer: import("leaflet").Renderer}} where
 */
export function routeMark(mark, category, where) {
  const points = mark.geometry.coordinates.map((/** @type {[number, number]} */ [lon, lat]) => [lat, lon]);
  const common = { ...where, interactive: false, smoothFactor: 1 };
  const casing = new Polyline(points, { ...common, ...casingStyle });
  const line = new Polyline(points, { ...common, ...routeStyle(category.colour, mark.answers?.mode) });
  return {
    layer: new LayerGroup([casing, line]),
    /** @param {boolean} chosen */
    choose(chosen) {
      casing.setStyle(chosen ? { color: "#ffc53d", weight: 17 } : casingStyle);
      if (!chosen) return;
      casing.bringToFront();
      line.bringToFront();
    },
  };
}
