// @ts-check
// Shows the area on the map that is chosen, and follows one that is being fetched.
import { Map as LeafletMap, Rectangle, latLngBounds } from "../map/leaflet.js";
import { basemapLayer } from "../map/basemap.js";
import { loadTexts, t } from "../modules/texts.js";

const EVERY = 2000;

loadTexts();
const place = document.getElementById("map");
if (place) showArea(place);
const card = /** @type {HTMLElement | null} */ (document.querySelector("[data-preparation]"));
if (card?.dataset.state === "running") follow(card);

/** @param {HTMLElement} place */
function showArea(place) {
  const { bounds, sources } = JSON.parse(document.getElementById("page-data")?.textContent ?? "{}");
  const area = latLngBounds([bounds[1], bounds[0]], [bounds[3], bounds[2]]);
  const map = new LeafletMap(place, { scrollWheelZoom: false }).fitBounds(area);
  map.attributionControl.setPrefix(false);
  new Rectangle(area, { color: "#0b3c7d", weight: 2, fill: false, dashArray: "6 5", interactive: false }).addTo(map);
  const choice = /** @type {HTMLSelectElement | null} */ (document.querySelector("select[name=source]"));
  /** @type {import("leaflet").Layer | undefined} */ let layer;
  const show = () => {
    const source = sources.find((/** @type {import("../map/types.js").Source} */ one) => one.id === choice?.value) ?? sources[0];
    layer?.remove();
    if (source) layer = basemapLayer(source, sources).addTo(map);
  };
  choice?.addEventListener("change", show);
  show();
}

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
