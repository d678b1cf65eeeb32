// @ts-check
import { DivIcon, Marker } from "leaflet";
import { symbol } from "./symbols.js";
/** @typedef {import("./types.js").Mark} Mark */
/** @typedef {import("./types.js").Category} Category */
/** @typedef {import("./types.js").Pixel} Pixel */

export const SIZE = 38;
const OVERLAP = 8;

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
  const symbols = marks.map((mark) => symbol(categoryOf(mark.category)));
  box.append(...symbols);
  const width = SIZE + (marks.length - 1) * (SIZE - OVERLAP);
  const [lon, lat] = marks[0].geometry.coordinates;
  const icon = new DivIcon({ html: box, className: "sticker-place", iconSize: [width, SIZE] });
  const layer = new Marker([lat, lon], { icon, interactive: false, keyboard: false });
  return {
    layer,
    /** @param {string | null} id */
    choose(id) {
      marks.forEach((mark, index) => symbols[index].classList.toggle("symbol--chosen", mark.id === id));
      layer.setZIndexOffset(marks.some((mark) => mark.id === id) ? 1000 : 0);
    },
  };
}
