// @ts-check
import { shapes } from "./icon_shapes.js";

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} name */
export function hasIcon(name) {
  return Object.hasOwn(shapes, name);
}

/**
 * Decoration beside words: hidden from screen readers. Colour and size come from the style sheet (class `icon`).
 * @param {string} name one of icon_shapes.js; an unknown name gives three dots, never nothing
 */
export function icon(name) {
  const shape = shapes[hasIcon(name) ? name : "other"];
  const svg = document.createElementNS(SVG, "svg");
  for (const [attribute, value] of Object.entries({ viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" }))
    svg.setAttribute(attribute, value);
  if (shape.tone) svg.append(path("icon__tone", shape.tone));
  svg.append(path("icon__line", shape.line));
  return svg;
}

/** @param {string} className @param {string} d */
function path(className, d) {
  const made = document.createElementNS(SVG, "path");
  made.setAttribute("class", className);
  made.setAttribute("d", d);
  return made;
}
