// @ts-check
// The teacher's room: tiles and counts follow the class without loading the page again.
import { poll } from "../classroom/polling.js";
import { showTiles } from "../classroom/tiles.js";
import { loadTexts, t } from "../modules/texts.js";

const EVERY = 4000;

/** @param {HTMLElement} room */
function follow(room) {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (room.querySelector(selector));
  const status = document.querySelector("[data-status]")?.getAttribute("data-status");
  poll(() => room.dataset.url ?? "", {
    every: EVERY,
    onLost(lost) {
      find("[data-lost]").textContent = lost ? t("No contact with the server. What you see may be old.") : "";
    },
    onNews(news) {
      if (news.status !== status) return location.reload();
      find("[data-joined]").textContent = String(news.joined);
      for (const [state, number] of Object.entries(news.counts)) find(`[data-count=${state}]`).textContent = String(number);
      find(".pupils__empty").hidden = news.joined > 0;
      find("[data-without]").hidden = !news.without_nickname;
      find("[data-without] b").textContent = String(news.without_nickname);
      showTiles(find(".tiles"), news.pupils, room.dataset.marksUrl ?? "");
    },
  });
}

loadTexts();
const room = document.querySelector("[data-room]");
if (room instanceof HTMLElement) follow(room);
