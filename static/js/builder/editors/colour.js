// @ts-check
import { svg } from "../../map/symbols.js";
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { labelled } from "../fields.js";

/** Told apart also by those who do not see all colours, and dark enough on the map. */
const COLOURS = () => [
  ["#0072b2", t("Blue")],
  ["#007d5a", t("Green")],
  ["#d55e00", t("Vermilion")],
  ["#7b3fa0", t("Purple")],
  ["#8a5a00", t("Brown")],
  ["#b0266b", t("Raspberry")],
  ["#3d4a57", t("Slate")],
];

/** @param {import("./types.js").Edited} edited @param {import("../types.js").Category} category */
export function colourField(edited, category) {
  const path = `${edited.path}.colour`;
  const set = (/** @type {string} */ colour) => edited.change((part) => (part.colour = colour));
  const swatches = COLOURS().map(([colour, name]) =>
    element("button", { type: "button", class: "swatch", "aria-label": name, title: name, "aria-pressed": String(colour === category.colour), "data-focus": `${path}-${colour}`, disabled: edited.draft.locked, onclick: () => set(colour) }, dot(colour)),
  );
  const free = element("input", { type: "color", class: "colour-free", disabled: edited.draft.locked, onchange: () => set(free.value) });
  free.value = category.colour;
  return element("div", { class: "colours" }, element("div", { class: "swatches", role: "group", "aria-label": t("Colour") }, ...swatches), labelled(t("Another colour"), free, { path }));
}

/** @param {string} colour */
function dot(colour) {
  const made = svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" });
  made.append(svg("circle", { cx: 12, cy: 12, r: 11, fill: colour }));
  return made;
}
