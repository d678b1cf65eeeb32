// @ts-check
// Following along: the parts of the page that have changed are put in place of the old ones.
import { poll } from "../classroom/polling.js";
import { renewParts } from "../follow/renew_parts.js";

const EVERY = 4000;
const figures = document.querySelector("[data-figures]");
const lost = document.querySelector("[data-lost]");

if (figures instanceof HTMLElement) {
  poll(() => figures.dataset.url ?? "", {
    every: EVERY,
    onLost(isLost) {
      if (lost instanceof HTMLElement) lost.textContent = isLost ? (lost.dataset.words ?? "") : "";
    },
    onNews: (news) => renewParts(figures, news.html),
  });
}
