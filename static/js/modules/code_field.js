// @ts-check
import { element } from "./element.js";

/** Capital letters and digits, without what a child puts between them. @param {string} text */
export function tidyCode(text) {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/**
 * One real field that looks like a row of boxes: paste, screen readers and autofill work as in any field.
 * @param {{id: string, length: number, name?: string, describedBy?: string}} options
 */
export function codeField({ id, length, name, describedBy }) {
  const input = element("input", {
    id, name, class: "code-field__input", maxlength: length + 4, autocomplete: "off", autocapitalize: "characters", spellcheck: "false",
    inputmode: "text", enterkeyhint: "go", "aria-describedby": describedBy,
  });
  return dressed(input, length);
}

/** @param {HTMLInputElement} input @param {number} length @returns {{element: HTMLElement, input: HTMLInputElement, value: () => string}} */
export function dressed(input, length) {
  const boxes = Array.from({ length }, () => element("span", { class: "code-field__box" }));
  const row = element("span", { class: "code-field__boxes", "aria-hidden": "true" }, ...boxes);
  const show = () => {
    const text = tidyCode(input.value).slice(0, length);
    if (input.value !== text) input.value = text;
    boxes.forEach((box, index) => {
      box.textContent = text[index] || "";
      box.classList.toggle("is-next", index === Math.min(text.length, length - 1));
    });
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => input.setSelectionRange(input.value.length, input.value.length));
  const whole = element("span", { class: `code-field code-field--${length}`, dir: "ltr" }, row);
  show();
  whole.prepend(input);
  return { element: whole, input, value: () => tidyCode(input.value) };
}
