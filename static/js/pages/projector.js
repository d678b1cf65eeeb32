// @ts-check
// The map the whole class sees: hexagons and numbers of one filter, followed live.
import { poll } from "../classroom/polling.js";
import { createMap } from "../map/create_map.js";
import { hexagonLayer } from "../map/hexagons.js";
import { loadTexts, t } from "../modules/texts.js";

const EVERY = 4000;

loadTexts();
const data = JSON.parse(document.getElementById("page-data")?.textContent ?? "{}");
const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
const form = /** @type {HTMLFormElement} */ (find("[data-filters]"));
const legend = find(".legend");
const { map } = createMap(find("#map"), data.map);
const hexagons = hexagonLayer(map, { above: form, below: legend });
let begun = false;
let fitted = false;

const chosen = () => new FormData(form);
const address = () => `${data.url}?${new URLSearchParams(/** @type {any} */ (chosen()))}`;

/** Begins with what most children drew. @param {string | null} fullest @returns {boolean} true when the choice changed */
function begin(fullest) {
  begun = Boolean(fullest);
  const choice = form.querySelector(`input[name="category"][value="${fullest}"]`);
  if (!(choice instanceof HTMLInputElement) || choice.checked) return false;
  choice.checked = true;
  return true;
}

/** @param {{ring: [number, number][], children: number}} cell */
const cellOf = ({ ring, children }) => ({ ring, people: children });

/** @param {any} news */
function show(news) {
  if (!begun && begin(news.fullest)) return polled.now();
  tell(news);
  hexagons.show(news.cells.map(cellOf), data.filters[news.category].colour);
  if (fitted || !news.cells.length) return;
  fitted = true;
  hexagons.fit();
}

/** @param {any} news */
function tell(news) {
  const { label, colour } = data.filters[news.category];
  const season = form.querySelector('input[name="season"]:checked')?.closest("label")?.textContent?.trim();
  find("[data-legend]").textContent = news.season === "any" ? label : `${label} · ${season}`;
  legend.style.setProperty("--colour", colour);
  for (const [code, total] of Object.entries(news.totals)) find(`[data-total="${code}"]`).textContent = total ? String(total) : "";
  find("[data-fresh]").textContent = news.fresh;
  find("[data-news]").textContent = news.cells.length ? "" : t("Nothing to show yet. It shows when three children have drawn in the same place.");
}

/** @param {boolean} lost */
function tellLost(lost) {
  document.body.classList.toggle("projector--lost", lost);
  find("[data-lost]").textContent = lost ? t("No contact with the server. What you see may be old.") : "";
}

const polled = poll(address, { every: EVERY, onNews: show, onLost: tellLost });
form.addEventListener("change", () => {
  begun = true;
  polled.now();
});
form.addEventListener("submit", (event) => event.preventDefault());
new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
polled.now();
