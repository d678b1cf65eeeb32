// @ts-check
// Where a plan drawing lies before it is taken in, shown anew when another coordinate system is chosen.
import { Map as LeafletMap, Rectangle, latLngBounds } from "../map/leaflet.js";
import { basemapLayer } from "../map/basemap.js";
import { showOverlays } from "../map/overlays.js";
import { loadTexts } from "../modules/texts.js";

loadTexts();
const place = document.getElementById("map");
if (place) show(place, JSON.parse(document.getElementById("page-data")?.textContent ?? "{}"));
document.querySelector("select[name=crs]")?.addEventListener("change", () => /** @type {HTMLElement | null} */ (document.querySelector("[data-look]"))?.click());

/** @param {HTMLElement} place @param {{bounds: number[], home: number[]|null, sources: any[], overlays?: import("../map/overlays.js").Overlays}} data */
function show(place, { bounds, home, sources, overlays }) {
  const area = boxOf(bounds);
  const isFar = home && !boxOf(home).pad(1).intersects(area);
  const map = new LeafletMap(place, { scrollWheelZoom: false, maxZoom: 19 }).fitBounds(isFar ? boxOf(home).extend(area) : area, { maxZoom: 17, padding: [16, 16] });
  map.attributionControl.setPrefix(false);
  if (sources.length) basemapLayer(sources[0], sources).addTo(map);
  if (overlays) showOverlays(map, overlays);
  if (home) new Rectangle(boxOf(home), { className: "file-home", interactive: false }).addTo(map);
}

/** @param {number[]} bounds west, south, east, north */
function boxOf([west, south, east, north]) {
  return latLngBounds([south, west], [north, east]);
}
