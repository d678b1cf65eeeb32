// @ts-check
import { DivIcon, Marker } from "./leaflet.js";
import { symbolImage } from "./symbol_image.js";
/** @typedef {import("./types.js").Mark} Mark */
/** @typedef {import("./types.js").Category} Category */

export const SIZE = 38;
const OVERLAP = 8;

// Leaflet moves each marker by a transform, and the browser then keeps two hundred layers apart at every frame of a line.
const FlatMarker = /** @type {typeof Marker} */ (
  Marker.extend({
    _setPos(/** @type {import("leaflet").Point} */ place) {
      const marker = /** @type {any} */ (this);
      marker._icon._leaflet_pos = place;
      marker._icon.style.left = `${place.x}px`;
      marker._icon.style.top = `${place.y}px`;
      marker._zIndex = place.y + marker.options.zIndexOffset;
      marker._resetZIndex();
    },
  })
);

/** @param {number} index @param {number} count @returns {number} pixels right of the place */
export function offsetOf(index, count) {
  return (index - (count - 1) / 2) * (SIZE - OVERLAP);
}

/**
 * The stickers of one place: one symbol, or several side by side when there are several feelings about it.
 * @param {Mark[]} marks
 * @param {(code: string) => Category} categoryOf
 */
export function stickerMark(marks, categoryOf) {
  const box = document.createElement("div");
  box.className = "sticker";
  const images = marks.map(() => Object.assign(new Image(), { className: "sticker__symbol", alt: "", draggable: false }));
  box.append(...images);
  const width = SIZE + (marks.length - 1) * (SIZE - OVERLAP);
  const [lon, lat] = marks[0].geometry.coordinates;
  const icon = new DivIcon({ html: box, className: "sticker-place", iconSize: [width, SIZE] });
  const layer = new FlatMarker([lat, lon], { icon, interactive: false, keyboard: false });

  function choose(/** @type {string | null} */ id) {
    marks.forEach((mark, index) => {
      const chosen = mark.id === id;
      images[index].classList.toggle("sticker__symbol--chosen", chosen);
      images[index].src = symbolImage(categoryOf(mark.category), chosen);
    });
    layer.setZIndexOffset(marks.some((mark) => mark.id === id) ? 1000 : 0);
  }
  choose(null);
  return { layer, choose };
}
