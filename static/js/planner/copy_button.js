// @ts-check
// A button that copies what stands in a field; shown only where the browser lets it.
import { t } from "../modules/texts.js";

const TOLD_MS = 3000;

/** @param {HTMLButtonElement} button with data-copy, the id of the field */
export function bindCopyButton(button) {
  const field = document.getElementById(button.dataset.copy ?? "");
  const words = button.querySelector("[data-words]");
  if (!navigator.clipboard || !words || !(field instanceof HTMLInputElement)) return;
  const before = words.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(field.value).then(() => true, () => false);
    if (!done) field.select();
    words.textContent = done ? t("Copied") : t("Press Ctrl+C");
    setTimeout(() => (words.textContent = before), TOLD_MS);
  });
}
