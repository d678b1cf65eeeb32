// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { labelled, menu, small, tick } from "../fields.js";
import { inWords, namesIn } from "../readable.js";
import { textField } from "../texts_edited.js";
/** @typedef {import("./types.js").Editor} Editor */
/** @typedef {import("./types.js").Edited} Edited */

/** @type {Editor} */
export const text = (edited, { name, label, hint }) => textField(edited, name, label, { hint });
/** @type {Editor} */
export const longText = (edited, { name, label, hint }) => textField(edited, name, label, { hint, long: true });

/** @type {Editor} */
export const flag = (edited, { name, label }) =>
  tick(label, edited.part[name] === true, (checked) => edited.change((part) => set(part, name, checked || undefined)), `${edited.path}.${name}`);

/** @type {Editor} */
export const wholeNumber = (edited, setting) => line(edited, setting, { type: "number", step: "1", min: setting.least }, (typed) => (/^-?\d+$/.test(typed) ? Number(typed) : typed));
/** @type {Editor} */
export const number = (edited, setting) => line(edited, setting, { type: "number", step: "any" }, (typed) => (Number.isFinite(Number(typed)) ? Number(typed) : typed));
/** @type {Editor} */
export const day = (edited, setting) => line(edited, setting, { type: "date" }, String);
/** @type {Editor} */
export const moment = (edited, setting) => line(edited, setting, { type: "datetime-local" }, String);
/** @type {Editor} */
export const plain = (edited, setting) => line(edited, setting, { type: "text", spellcheck: "false", autocapitalize: "none" }, String);

/** @type {Editor} */
export const oneOf = (edited, { name, label, hint, words }) => {
  const made = menu(words, edited.part[name] ?? "", (value) => edited.change((part) => set(part, name, value || undefined)));
  return labelled(label, made, { path: `${edited.path}.${name}`, hint });
};

/** What only a workbook changes: shown, kept, and removed if somebody wants to. @type {Editor} */
export const kept = (edited, { name, label }) => {
  const value = edited.part[name];
  if (value === undefined || value === null) return null;
  return element(
    "div",
    { class: "kept", role: "group", "aria-label": label },
    element("p", { class: "ds-label", "data-weight": "medium" }, label),
    element("p", { class: "field-hint" }, t("Made in a workbook. It is kept as it is, and changed there.")),
    element("p", { class: "kept__words" }, inWords(value, namesIn(edited.draft))),
    small(t("Remove"), () => edited.change((part) => delete part[name]), { disabled: edited.draft.locked, "data-focus": `${edited.path}.${name}` }),
  );
};

/** Inside or outside the project's area; an area of the question's own comes with a workbook. @type {Editor} */
export const boundary = (edited, setting) => {
  const value = edited.part.boundary;
  if (value && value.area !== "project") return kept(edited, setting);
  const offered = [
    { value: "", label: t("Anywhere") },
    { value: "inside", label: t("Inside the project’s area") },
    { value: "outside", label: t("Outside the project’s area") },
  ];
  const made = menu(offered, value?.keep ?? "", (keep) => edited.change((part) => set(part, "boundary", keep ? { keep, area: "project" } : undefined)));
  return labelled(setting.label, made, { path: `${edited.path}.boundary` });
};

/** @type {Editor} */
export const layers = (edited, { name, label }) => {
  const chosen = /** @type {string[]} */ (edited.part[name] ?? []);
  const known = [...new Set([...edited.builder.data.layers, ...chosen])];
  const change = (/** @type {string} */ layer, /** @type {boolean} */ on) =>
    edited.change((part) => {
      const next = on ? [...chosen, layer] : chosen.filter((one) => one !== layer);
      set(part, name, next.length ? next : undefined);
    });
  const ticks = known.map((layer, at) => tick(layer, chosen.includes(layer), (on) => change(layer, on), `${edited.path}.${name}[${at}]`));
  const none = known.length ? null : element("p", { class: "field-hint" }, t("The project has no zones yet."));
  return element("fieldset", { class: "editor-group" }, element("legend", { class: "ds-label", "data-weight": "medium" }, label), none, ...ticks);
};

/** @param {Edited} edited @param {import("../types.js").Setting} setting @param {Record<string, any>} attributes @param {(typed: string) => any} read */
function line(edited, { name, label, hint }, attributes, read) {
  const path = `${edited.path}.${name}`;
  const field = element("input", { class: "ds-input", autocomplete: "off", disabled: edited.draft.locked, ...attributes, oninput: () => edited.change((part) => set(part, name, field.value === "" ? undefined : read(field.value)), path) });
  field.value = edited.part[name] ?? "";
  return labelled(label, field, { path, hint });
}

/** @param {any} part @param {string} name @param {any} value undefined takes it away */
function set(part, name, value) {
  if (value === undefined) delete part[name];
  else part[name] = value;
}
