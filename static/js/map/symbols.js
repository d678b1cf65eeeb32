// @ts-check
import { icon } from "../modules/icons.js";
/** @typedef {import("./types.js").Category} Category */

const SVG = "http://www.w3.org/2000/svg";
const SIZE = 40;

// Outlines in a box of 40 × 40, and where the middle of what stands inside them is. A new symbol is a line here.
const OUTLINES = /** @type {Record<string, {path: string, middle: [number, number], inside: number}>} */ ({
  square: { path: "M10 4.5h20a5.5 5.5 0 0 1 5.5 5.5v20a5.5 5.5 0 0 1-5.5 5.5H10A5.5 5.5 0 0 1 4.5 30V10A5.5 5.5 0 0 1 10 4.5Z", middle: [20, 20], inside: 24 },
  circle: { path: "M20 3.5a16.5 16.5 0 1 1 0 33a16.5 16.5 0 0 1 0-33Z", middle: [20, 20], inside: 23 },
  triangle: { path: "M17.2 4.6a3.2 3.2 0 0 1 5.6 0l15.2 27.2a3.2 3.2 0 0 1-2.8 4.7H4.8a3.2 3.2 0 0 1-2.8-4.7Z", middle: [20, 24.6], inside: 18 },
  star: { path: "M18.2 2.9a2 2 0 0 1 3.6 0l4.1 8.6a1.4 1.4 0 0 0 1.1.8l9.4 1.3a2 2 0 0 1 1.1 3.4l-6.8 6.7a1.4 1.4 0 0 0-.4 1.3l1.6 9.4a2 2 0 0 1-2.9 2.1l-8.3-4.5a1.4 1.4 0 0 0-1.4 0l-8.3 4.5a2 2 0 0 1-2.9-2.1l1.6-9.4a1.4 1.4 0 0 0-.4-1.3l-6.8-6.7a2 2 0 0 1 1.1-3.4l9.4-1.3a1.4 1.4 0 0 0 1.1-.8Z", middle: [20, 20.6], inside: 18 },
  line: { path: "M20 3.5a16.5 16.5 0 1 1 0 33a16.5 16.5 0 0 1 0-33Z", middle: [20, 20], inside: 23 },
});

/** @param {string} name @param {Record<string, string | number>} attributes */
export function svg(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

/**
 * A category's sticker: its shape in its colour with a white casing, and its icon in white. Decoration only: name it beside.
 * @param {Category} category
 * @param {string} [iconName] instead of the category's own
 * @returns {SVGSVGElement}
 */
export function symbol(category, iconName = category.icon) {
  const { path, middle, inside } = OUTLINES[category.symbol] ?? OUTLINES.circle;
  const root = /** @type {SVGSVGElement} */ (svg("svg", { class: "symbol", viewBox: `0 0 ${SIZE} ${SIZE}`, "aria-hidden": "true", focusable: "false" }));
  root.append(
    svg("path", { d: path, fill: "none", stroke: "#0f192d", "stroke-opacity": 0.3, "stroke-width": 7, "stroke-linejoin": "round", class: "symbol__edge" }),
    svg("path", { d: path, fill: "#fff", stroke: "#fff", "stroke-width": 5, "stroke-linejoin": "round", class: "symbol__casing" }),
    svg("path", { d: path, fill: category.colour, class: "symbol__shape" }),
  );
  if (iconName) {
    const drawing = icon(iconName);
    const corner = (/** @type {number} */ centre) => centre - inside / 2;
    for (const [key, value] of Object.entries({ class: "symbol__icon", x: corner(middle[0]), y: corner(middle[1]), width: inside, height: inside, color: "#fff" }))
      drawing.setAttribute(key, String(value));
    root.append(drawing);
  }
  return root;
}
