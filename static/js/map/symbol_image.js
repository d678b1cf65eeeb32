// @ts-check
import { symbol } from "./symbols.js";
/** @typedef {import("./types.js").Category} Category */

// A picture has no style sheet and cuts off what stands outside it: so the casing needs a margin, the strokes attributes.
const BOX = 40;
const MARGIN = 5;
const PAINTS = /** @type {Record<string, Record<string, string>>} */ ({
  ".icon__line": { fill: "none", stroke: "#fff", "stroke-width": "2.3", "stroke-linecap": "round", "stroke-linejoin": "round" },
  ".icon__tone": { fill: "#fff", "fill-opacity": "0.3" },
});
const CHOSEN = { ".symbol__casing": { stroke: "#ffc53d", "stroke-width": "9" } };

const made = /** @type {Map<string, string>} */ (new Map());

/** @param {Category} category @param {boolean} chosen */
function address(category, chosen) {
  const drawing = symbol(category);
  drawing.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${BOX + 2 * MARGIN} ${BOX + 2 * MARGIN}`);
  drawing.setAttribute("width", "100");
  drawing.setAttribute("height", "100");
  for (const [part, paint] of Object.entries({ ...PAINTS, ...(chosen ? CHOSEN : {}) }))
    for (const node of drawing.querySelectorAll(part)) for (const [name, value] of Object.entries(paint)) node.setAttribute(name, value);
  return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
}

/**
 * A category's sticker as the address of a picture: two hundred of one picture cost far less than two hundred drawings.
 * @param {Category} category
 * @param {boolean} [chosen]
 */
export function symbolImage(category, chosen = false) {
  const key = `${category.symbol} ${category.colour} ${category.icon} ${chosen}`;
  const known = made.get(key) ?? address(category, chosen);
  made.set(key, known);
  return known;
}
