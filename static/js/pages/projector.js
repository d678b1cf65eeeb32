// @ts-check
// The map the whole class sees: hexagons and numbers of one filter, followed live.
import { hexagonLayer } from "../classroom/hexagons.js";
import { poll } from "../classroom/polling.js";
import { createMap } from "../map/create_map.js";
import { loadTexts, t } from "../modules/texts.js";

const EVERY = 4000;

loadTexts();
const data = JSON.parse(document.getElementById("page-data")?.textContent ?? "{}");
const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
const form = /** @type {HTMLFormElement} */ (find("[data-filters]"));
const mapApp = createMap(find("#map"), data.map);
const hexagons = hexagonLayer(mapApp.map);
let begun = false;
let fitted = false;

const chosen = () => new FormData(form);
const address = () => `${data.url}?${new URLSearchParams(/** @type {any} */ (chosen()))}`;

/** Begins with what most children drew. @param {Record<string, number | null>} totals @returns {boolean} true when the choice changed */
function begin(totals) {
  const codes = Object.keys(totals).filter((code) => code !== "road" && totals[code]);
  if (!codes.length) return false;
  begun = true;
  const most = codes.reduce((best, code) => ((totals[code] ?? 0) > (totals[best] ?? 0) ? code : best), codes[0]);
  const choice = form.querySelector(`input[value="${most}"]`);
  if (!(choice instanceof HTMLInputElement) || choice.checked) return false;
  choice.checked = true;
  choice.closest(".chip")?.scrollIntoView({ block: "nearest", inline: "center" });
  return true;
}

/** @param {any} news */
function show(news) {
  if (!begun && begin(news.totals)) return polled.now();
  const { label, colour } = data.filters[news.category];
  hexagons.show(news.cells, colour);
  find("[data-legend]").textContent = label;
  find(".legend").style.setProperty("--colour", colour);
  for (const [code, total] of Object.entries(news.totals)) find(`[data-total="${code}"]`).textContent = total ? String(total) : "";
  find("[data-news]").textContent = news.cells.length ? "" : t("Nothing to show yet. It shows when three children have drawn in the same place.");
  if (fitted || !news.cells.length) return;
  fitted = true;
  hexagons.fit();
}

const polled = poll(address, {
  every: EVERY,
  onNews: show,
  onLost: (lost) => document.body.classList.toggle("projector--lost", lost),
});
form.addEventListener("change", () => {
  begun = true;
  polled.now();
});
form.addEventListener("submit", (event) => event.preventDefault());
polled.now();
