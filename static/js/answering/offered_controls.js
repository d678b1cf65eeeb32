// @ts-check
// Choices that a filter leaves, in the page: the others are not seen, and cannot be chosen.
import { controlsNamed } from "./answer_fields.js";

/** @type {WeakMap<HTMLSelectElement, HTMLOptionElement[]>} all that a list had */
const known = new WeakMap();

/** @param {ParentNode} around @param {string} name of the question's fields @param {string[]} codes */
export function offerOnly(around, name, codes) {
  for (const control of controlsNamed(around, name)) {
    if (control instanceof HTMLSelectElement) offerInList(control, codes);
    else if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
      control.disabled = !codes.includes(control.value);
      /** @type {HTMLElement} */ (control.closest(".option")).hidden = control.disabled;
    }
  }
  around.querySelector("[data-ranking]")?.dispatchEvent(new Event("offered"));
}

/** An option that is only hidden is still read out, and shown by some browsers. @param {HTMLSelectElement} list @param {string[]} codes */
function offerInList(list, codes) {
  const all = known.get(list) || [...list.options];
  known.set(list, all);
  const { value } = list;
  list.replaceChildren(...all.filter((option) => !option.value || codes.includes(option.value)));
  list.value = codes.includes(value) ? value : "";
}

/** An answer without what is not offered, null for nothing. @param {any} answer as it stands in the fields @param {string[]|null} codes */
export function onlyOffered(answer, codes) {
  if (!codes || answer === null) return answer;
  if (!Array.isArray(answer)) return codes.includes(answer) ? answer : null;
  const left = answer.filter((code) => codes.includes(code));
  return left.length ? left : null;
}
