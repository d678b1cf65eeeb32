// @ts-check
// Behind the marks: the project's own layers that the question asks for, and where marks may be.
import { DivIcon, LayerGroup, Marker, Polygon, SVG } from "../../map/leaflet.js";
import { placeInside } from "../../map/outline.js";
import { element } from "../../modules/element.js";
import { outlineOf } from "./where_marks_may_be.js";

/** @typedef {import("./types.js").Outlines} Outlines */

const PANE = "background";
const WORLD = [[-89, -360], [89, -360], [89, 360], [-89, 360]];

/** @param {import("./map_answer.js").MapAnswer} answer */
export function showBackground({ map: { map }, question, data }) {
  const pane = map.createPane(PANE);
  Object.assign(pane.style, { zIndex: "350", pointerEvents: "none" });
  const where = { pane: PANE, renderer: new SVG({ pane: PANE, padding: 0.5 }), interactive: false };
  const zones = (question.layers || []).flatMap((layer) => data.layers[layer] || []);
  for (const { name, outline } of zones) new LayerGroup([new Polygon(flipped(outline), { ...where, className: "map-zone" }), ...nameOf(name, outline)]).addTo(map);
  const area = question.boundary && outlineOf(question.boundary, data);
  if (area) boundary(area, question.boundary?.keep === "inside", where).addTo(map);
}

/** What lies outside, or is left out, is veiled. @param {Outlines} area @param {boolean} inside @param {any} where */
function boundary(area, inside, where) {
  const rings = flipped(area);
  const veiled = inside ? [WORLD, ...rings.map(([outer]) => outer)] : rings;
  return new LayerGroup([new Polygon(/** @type {any} */ (veiled), { ...where, className: "map-veil" }), new Polygon(rings, { ...where, className: "map-boundary" })]);
}

/** @param {string} name @param {Outlines} outline */
function nameOf(name, outline) {
  const [polygon] = outline;
  if (!polygon) return [];
  const [lon, lat] = placeInside(polygon[0]);
  const icon = new DivIcon({ html: element("span", {}, name), className: "map-zone-name", iconSize: [0, 0] });
  return [new Marker([lat, lon], { icon, pane: PANE, interactive: false, keyboard: false })];
}

/** @param {Outlines} outlines @returns {[number, number][][][]} as Leaflet wants them */
const flipped = (outlines) => outlines.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]))));
