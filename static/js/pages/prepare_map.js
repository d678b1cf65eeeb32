// @ts-check
// Follows a map that is being fetched, and loads the page anew when it is done.
import { loadTexts, t } from "../modules/texts.js";

const EVERY = 2000;

loadTexts();
const card = /** @type {HTMLElement | null} */ (document.querySelector("[data-preparation]"));
if (card?.dataset.state === "running") follow(card);

/** @param {HTMLElement} card */
async function follow(card) {
  const bar = /** @type {HTMLProgressElement} */ (card.querySelector("progress"));
  const line = /** @type {HTMLElement} */ (card.querySelector("[data-told]"));
  const answer = await fetch(card.dataset.preparation ?? "").catch(() => null);
  if (answer?.status === 200) {
    const { state, done, total, minutes_left: minutes } = await answer.json();
    if (state !== "running") return location.replace(location.href);
    bar.value = done;
    line.textContent = minutes
      ? t("{done} of {total} tiles, about {minutes} minutes left", { done, total, minutes })
      : t("{done} of {total} tiles", { done, total });
  }
  setTimeout(() => follow(card), EVERY);
}
