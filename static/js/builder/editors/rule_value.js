// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { menu } from "../fields.js";
import { isCount, isDay } from "../sources.js";

const FIELDS = /** @type {Record<string, string>} */ ({ date: "date", time: "time", date_time: "datetime-local" });

/**
 * What a rule compares with: a choice, a number, a day.
 * @param {import("../sources.js").Source} source @param {string} comparison @param {any} value @param {(value: any, typing: boolean) => void} onChange
 * @returns {HTMLInputElement|HTMLSelectElement}
 */
export function valueField({ kind, codes }, comparison, value, onChange) {
  const isChosen = (kind === "code" || kind === "codes") && !isCount(comparison);
  const control = isChosen ? menu(withUnknown(codes, value), String(value), (chosen) => onChange(chosen, false)) : typed(kind, value, onChange);
  control.setAttribute("aria-label", t("Answer"));
  return control;
}

/** A choice that is there no more is named by its code. @param {{value: string, label: string}[]} codes @param {any} value */
function withUnknown(codes, value) {
  return codes.some((one) => one.value === value) ? codes : [...codes, { value: String(value), label: String(value) }];
}

/** @param {string} kind @param {any} value @param {(value: any, typing: boolean) => void} onChange */
function typed(kind, value, onChange) {
  if (kind === "text") return words(value, onChange);
  const field = element("input", { type: isDay(kind) ? FIELDS[kind] : "number", class: "ds-input", step: isDay(kind) ? null : "any", autocomplete: "off" });
  field.value = isDay(kind) ? (value?.[kind] ?? "") : String(value ?? "");
  field.addEventListener("input", () => onChange(isDay(kind) ? { [kind]: field.value } : field.value === "" ? "" : Number(field.value), true));
  return field;
}

/** @param {any} value @param {(value: any, typing: boolean) => void} onChange */
function words(value, onChange) {
  const field = element("input", { type: "text", class: "ds-input", dir: "auto", autocomplete: "off" });
  field.value = String(value ?? "");
  field.addEventListener("input", () => onChange(field.value, true));
  return field;
}
