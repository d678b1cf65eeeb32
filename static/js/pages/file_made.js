// @ts-check
// Follows a large file while it is made; when there is more to say or do than that, the page itself says it.
import { poll } from "../classroom/polling.js";

const EVERY = 2000;
const card = /** @type {HTMLElement | null} */ (document.querySelector("[data-file]"));
const lost = /** @type {HTMLElement | null} */ (document.querySelector("[data-lost]"));

if (card) {
  poll(() => card.dataset.file ?? "", {
    every: EVERY,
    onLost(isLost) {
      if (lost) lost.textContent = isLost ? (lost.dataset.words ?? "") : "";
    },
    onNews(news) {
      if (!news.unfinished) return location.replace(location.href);
      show(card, news);
    },
  });
}

/**
 * @param {HTMLElement} card
 * @param {{told: string, line: string, percent: number | null}} news
 */
function show(card, { told, line, percent }) {
  const sentence = /** @type {HTMLElement} */ (card.querySelector("[data-told]"));
  // Said aloud when it is another, not at every step.
  if (sentence.textContent !== told) {
    document.title = document.title.replace(sentence.textContent ?? "", told);
    sentence.textContent = told;
  }
  /** @type {HTMLElement} */ (card.querySelector("[data-line]")).textContent = line;
  const bar = /** @type {HTMLProgressElement} */ (card.querySelector("progress"));
  if (percent === null) bar.removeAttribute("value");
  else bar.value = percent;
}
