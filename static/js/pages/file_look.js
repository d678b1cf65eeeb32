// @ts-check
// Where the rows of an uploaded file lie, shown anew when another layer or coordinate system is chosen.
import { CircleMarker, Map as LeafletMap, Rectangle, latLngBounds } from "../map/leaflet.js";
import { basemapLayer } from "../map/basemap.js";
import { geometryLayer } from "../map/geometry_layer.js";
import { loadTexts } from "../modules/texts.js";

/** @typedef {import("../map/geometry_layer.js").Geometry} Geometry */

const POINT_RADIUS = 6;
// Rows that lie half a world apart are shown even where the background has nothing so far out.
const WHOLE_WORLD = 0;
// The project is a speck there: a ring of this many pixels stands for a frame that is smaller.
const RING = 14;

loadTexts();
const place = document.getElementById("map");
if (place) show(place, JSON.parse(document.getElementById("page-data")?.textContent ?? "{}"));
for (const select of document.querySelectorAll("select[name=layer], select[name=crs]"))
  select.addEventListener("change", () => /** @type {HTMLElement | null} */ (document.querySelector("[data-look]"))?.click());

/** @param {HTMLElement} place @param {{bounds: number[], home: number[]|null, sources: any[], rows: Geometry[], broken: Geometry[], mended: Geometry[]}} data */
function show(place, { bounds, home, sources, rows, broken, mended }) {
  const area = boxOf(bounds);
  const all = home ? boxOf(bounds).extend(boxOf(home)) : area;
  const isFar = home && !boxOf(home).pad(1).intersects(area);
  const map = new LeafletMap(place, { scrollWheelZoom: false, minZoom: WHOLE_WORLD, maxZoom: 19 }).fitBounds(isFar ? all : area, { maxZoom: 17, padding: [16, 16] });
  map.attributionControl.setPrefix(false);
  if (sources.length) basemapLayer(sources[0], sources).addTo(map);
  for (const [shapes, kind] of /** @type {[Geometry[], string][]} */ ([[rows, ""], [mended, "mended"], [broken, "broken"]]))
    for (const shape of shapes) geometryLayer(shape, (sort) => ({ radius: POINT_RADIUS, className: `file-row file-row--${kind || sort}` })).addTo(map);
  if (home) showHome(map, boxOf(home));
}

/** @param {LeafletMap} map @param {import("leaflet").LatLngBounds} box */
function showHome(map, box) {
  const look = { className: "file-home", interactive: false };
  const frame = new Rectangle(box, look);
  const ring = new CircleMarker(box.getCenter(), { ...look, radius: RING });
  const fit = () => {
    const wide = map.latLngToContainerPoint(box.getNorthEast()).x - map.latLngToContainerPoint(box.getSouthWest()).x;
    const [shown, gone] = wide < 2 * RING ? [ring, frame] : [frame, ring];
    gone.remove();
    shown.addTo(map);
  };
  map.on("zoomend", fit);
  fit();
}

/** @param {number[]} bounds west, south, east, north */
function boxOf([west, south, east, north]) {
  return latLngBounds([south, west], [north, east]);
}
