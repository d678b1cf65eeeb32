// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { menu } from "../fields.js";
import { isDay } from "../sources.js";

const FIELDS = /** @type {Record<string, string>} */ ({ date: "date", time: "time", date_time: "datetime-local" });

/**
 * What a rule compares with: a choice, a number, a day.
 * @param {import("../sources.js").Source} source @param {any} value @param {(value: any, typing: boolean) => void} onChange
 * @returns {HTMLInputElement|HTMLSelectElement}
 */
export function valueField({ kind, codes }, value, onChange) {
  const control = kind === "code" || kind === "codes" ? menu(codes, String(value), (chosen) => onChange(chosen, false)) : typed(kind, value, onChange);
  control.setAttribute("aria-label", t("Answer"));
  return control;
}

/** @param {string} kind @param {any} value @param {(value: any, typing: boolean) => void} onChange */
function typed(kind, value, onChange) {
  const field = element("input", { type: isDay(kind) ? FIELDS[kind] : "number", class: "ds-input", step: isDay(kind) ? null : "any", autocomplete: "off" });
  field.value = isDay(kind) ? (value?.[kind] ?? "") : String(value ?? "");
  field.addEventListener("input", () => onChange(isDay(kind) ? { [kind]: field.value } : field.value === "" ? "" : Number(field.value), true));
  return field;
}
