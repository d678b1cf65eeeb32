// @ts-check
import { element } from "../modules/element.js";
import { labelled } from "./fields.js";
/** @typedef {import("./editors/types.js").Edited} Edited */

/** @param {any} part @param {string} member @param {string} language @param {string} text @param {boolean} needed whether the member stays where nothing is left of it */
export function setText(part, member, language, text, needed = false) {
  const texts = { ...part[member] };
  if (text) texts[language] = text;
  else delete texts[language];
  if (needed || Object.keys(texts).length) part[member] = texts;
  else delete part[member];
}

/**
 * A text of what is edited, in the language that is looked at.
 * @param {Edited} edited @param {string} member @param {string} label
 * @param {{hint?: string, needed?: boolean, long?: boolean, onCommit?: () => void}} [how]
 */
export function textField(edited, member, label, { hint = "", needed = false, long = false, onCommit } = {}) {
  const path = `${edited.path}.${member}`;
  const { language, document } = edited.draft;
  const texts = edited.part[member] ?? {};
  const changed = () => edited.change((part) => setText(part, member, language, control.value, needed), path);
  const attributes = { class: "ds-input", lang: language, dir: "auto", oninput: changed, onchange: onCommit, disabled: edited.draft.locked };
  const control = long ? element("textarea", { ...attributes, rows: 2 }) : element("input", { type: "text", ...attributes, autocomplete: "off" });
  control.value = texts[language] ?? "";
  if (language !== document.languages[0]) control.setAttribute("placeholder", texts[document.languages[0]] ?? "");
  if (control instanceof HTMLTextAreaElement) grow(control);
  return labelled(label, control, { path, hint });
}

/** As high as what stands in it. @param {HTMLTextAreaElement} area @param {number} [least] lines */
export function grow(area, least = 2) {
  const fit = () => (area.rows = Math.min(12, Math.max(least, Math.ceil(area.value.length / 38), area.value.split("\n").length)));
  area.addEventListener("input", fit);
  fit();
}
