// @ts-check
import { whenReleased } from "./pressing.js";

/**
 * Draws a part of the page anew, and lets the focus stay where it was: at what has the same `data-focus`.
 * @param {HTMLElement} place @param {() => void} draw
 */
export function keepFocus(place, draw) {
  whenReleased(place, () => drawn(place, draw));
}

/** @param {HTMLElement} place @param {() => void} draw */
function drawn(place, draw) {
  const active = /** @type {HTMLElement|null} */ (place.contains(document.activeElement) ? document.activeElement : null);
  const name = active?.dataset.focus;
  const caret = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? caretOf(active) : undefined;
  const { scrollTop } = place;
  draw();
  place.scrollTop = scrollTop;
  if (!name) return;
  const again = focusOn(place, name);
  if (caret !== undefined && (again instanceof HTMLInputElement || again instanceof HTMLTextAreaElement)) setCaret(again, caret);
}

/** @param {HTMLElement} place @param {string} name */
export function focusOn(place, name) {
  const found = /** @type {HTMLElement|null} */ (place.querySelector(`[data-focus="${CSS.escape(name)}"]:not(:disabled)`));
  found?.focus();
  return found;
}

/** @param {HTMLInputElement|HTMLTextAreaElement} field */
function caretOf(field) {
  return field.selectionStart ?? undefined;
}

/** Numbers and days have no caret. @param {HTMLInputElement|HTMLTextAreaElement} field @param {number} caret */
function setCaret(field, caret) {
  if (field.selectionStart !== null) field.setSelectionRange(caret, caret);
}
