// @ts-check
import { element } from "../modules/element.js";

/**
 * A labelled control, with room for what is to be mended about it.
 * @param {string} label @param {HTMLElement} control @param {{path: string, hint?: string}} where `path`: its place in the document
 */
export function labelled(label, control, { path, hint = "" }) {
  const id = idOf(path);
  control.id = id;
  control.dataset.focus = path;
  const told = hint ? element("p", { class: "field-hint", id: `${id}-hint` }, hint) : null;
  const wrong = problemAt(path);
  control.setAttribute("aria-describedby", [told?.id, wrong.id].filter(Boolean).join(" "));
  return element("div", { class: "ds-field" }, element("label", { class: "ds-label", for: id, "data-weight": "medium" }, label), told, control, wrong);
}

/** Where a problem at this place is told. @param {string} path */
export function problemAt(path) {
  return element("p", { class: "ds-validation-message", "data-color": "danger", id: `${idOf(path)}-problem`, "data-problem": path, hidden: true });
}

/** @param {string} path */
export function idOf(path) {
  return `at-${path.replace(/[^\w]+/g, "-")}`;
}

/** A box to tick. @param {string} label @param {boolean} checked @param {(checked: boolean) => void} onChange @param {string} path */
export function tick(label, checked, onChange, path) {
  const box = element("input", { type: "checkbox", class: "ds-input", checked, id: idOf(path), "data-focus": path, onchange: () => onChange(box.checked) });
  box.checked = checked;
  return element("div", { class: "tick" }, box, element("label", { class: "ds-label", "data-weight": "regular", for: box.id }, label));
}

/** @param {{value: string, label: string}[]} offered @param {string} chosen @param {(value: string) => void} onChange */
export function menu(offered, chosen, onChange) {
  const made = element("select", { class: "ds-input", onchange: () => onChange(made.value) }, ...offered.map(({ value, label }) => element("option", { value }, label)));
  made.value = chosen;
  return made;
}

/** @param {string} label @param {() => void} onclick @param {Record<string, any>} [more] */
export function small(label, onclick, more = {}) {
  return element("button", { type: "button", class: "small-button", onclick, ...more }, label);
}
