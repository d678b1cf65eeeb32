// @ts-check
// The project's layers on the map, and their order changed by dragging.
import { Map as LeafletMap, latLngBounds } from "../map/leaflet.js";
import { basemapLayer } from "../map/basemap.js";
import { showOverlays } from "../map/overlays.js";
import { loadTexts } from "../modules/texts.js";
import { dragToOrder } from "../modules/drag_to_order.js";

loadTexts();
const place = document.getElementById("map");
if (place) show(place);
const list = /** @type {HTMLElement | null} */ (document.querySelector("[data-layers]"));
if (list) dragToOrder(list, { grip: "[data-grip]", moving: "layer--moving", onMove: put });

/** @param {HTMLElement} place */
function show(place) {
  const { bounds, sources, overlays } = JSON.parse(document.getElementById("page-data")?.textContent ?? "{}");
  const [west, south, east, north] = bounds;
  const map = new LeafletMap(place, { scrollWheelZoom: false, maxZoom: 19 }).fitBounds(latLngBounds([south, west], [north, east]), { maxZoom: 17, padding: [24, 24] });
  map.attributionControl.setPrefix(false);
  if (sources.length) basemapLayer(sources[0], sources).addTo(map);
  showOverlays(map, overlays);
}

/** @param {number} from @param {number} to places in the list, 0 = first */
function put(from, to) {
  const form = /** @type {HTMLFormElement | null} */ (list?.children[from]?.querySelector("[data-move]"));
  if (!form) return;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "position", value: String(to + 1) }));
  form.submit();
}
