// @ts-check
import { DivIcon, LayerGroup, Marker, Polygon } from "./leaflet.js";
import { placeInside } from "./outline.js";
import { casingStyle } from "./route_style.js";
import { SIZE } from "./sticker_mark.js";
import { symbolImage } from "./symbol_image.js";
/** @typedef {import("./types.js").Mark} Mark */
/** @typedef {import("./types.js").Category} Category */

const OUTLINE = 4;
const CASING = { ...casingStyle, weight: OUTLINE + 5, fill: false };
const CHOSEN = { color: "#ffc53d", weight: OUTLINE + 11 };

/**
 * An area on the map: its outline over a white casing, a tint inside, and the category's symbol in it, so that colour
 * alone carries nothing.
 * @param {Mark} mark
 * @param {Category} category
 * @param {{pane: string, renderer: import("leaflet").Renderer}} where
 */
export function areaMark(mark, category, where) {
  const rings = mark.geometry.coordinates.map((/** @type {[number, number][]} */ ring) => ring.map(([lon, lat]) => [lat, lon]));
  const common = { ...where, interactive: false, smoothFactor: 1 };
  const casing = new Polygon(rings, { ...common, ...CASING });
  const outline = new Polygon(rings, { ...common, color: category.colour, weight: OUTLINE, fillColor: category.colour, fillOpacity: 0.2 });
  const image = Object.assign(new Image(), { className: "sticker__symbol", alt: "", draggable: false, src: symbolImage(category) });
  const icon = new DivIcon({ html: image, className: "sticker-place", iconSize: [SIZE, SIZE] });
  const [lon, lat] = placeInside(mark.geometry.coordinates[0]);
  return {
    layer: new LayerGroup([casing, outline, new Marker([lat, lon], { icon, interactive: false, keyboard: false })]),
    /** @param {boolean} chosen */
    choose(chosen) {
      casing.setStyle(chosen ? CHOSEN : CASING);
      image.src = symbolImage(category, chosen);
      if (!chosen) return;
      casing.bringToFront();
      outline.bringToFront();
    },
  };
}
