// @ts-check
import { DivIcon, LayerGroup, Marker, Polyline } from "./leaflet.js";
import { element } from "../modules/element.js";
import { symbol } from "./symbols.js";

const AROUND = 50;

/**
 * The line just drawn, with A where it starts and B where it ends, for as long as a question about it is open. Kept nowhere.
 * @param {import("./types.js").MapApp} mapApp @param {[number, number][]} coordinates @returns {() => void} takes it away
 */
export function showUnsavedLine({ map, insets }, coordinates) {
  const path = coordinates.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]));
  const end = (/** @type {string} */ letter, /** @type {[number, number]} */ at) =>
    new Marker(at, { icon: new DivIcon({ html: element("b", {}, letter), className: "line-end", iconSize: [32, 32] }), interactive: false, keyboard: false });
  const group = new LayerGroup([
    new Polyline(path, { color: "#ffffff", weight: 11, interactive: false }),
    new Polyline(path, { color: "#1b3a6b", weight: 6, interactive: false }),
    end("A", path[0]),
    end("B", path[path.length - 1]),
  ]).addTo(map);
  map.fitBounds(new Polyline(path).getBounds(), {
    paddingTopLeft: [insets.left + AROUND, insets.top + AROUND],
    paddingBottomRight: [insets.right + AROUND, insets.bottom + AROUND],
    maxZoom: map.getZoom(),
  });
  return () => void group.remove();
}

/**
 * The sticker just put, until the child has said why.
 * @param {import("./types.js").MapApp} mapApp @param {import("./types.js").Category} category
 * @param {[number, number]} position @returns {() => void} takes it away
 */
export function showUnsavedSticker({ map }, category, [lon, lat]) {
  const icon = new DivIcon({ html: /** @type {any} */ (symbol(category)), className: "sticker-place", iconSize: [44, 44] });
  const marker = new Marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(map);
  return () => void marker.remove();
}
