// @ts-check
// Where the rows of an uploaded file lie, shown anew when another layer or coordinate system is chosen.
import { Map as LeafletMap, Rectangle, latLngBounds } from "../map/leaflet.js";
import { basemapLayer } from "../map/basemap.js";
import { geometryLayer } from "../map/geometry_layer.js";
import { loadTexts } from "../modules/texts.js";

/** @typedef {import("../map/geometry_layer.js").Geometry} Geometry */

const POINT_RADIUS = 6;

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
  const map = new LeafletMap(place, { scrollWheelZoom: false, maxZoom: 19 }).fitBounds(isFar ? all : area, { maxZoom: 17, padding: [16, 16] });
  map.attributionControl.setPrefix(false);
  if (sources.length) basemapLayer(sources[0], sources).addTo(map);
  for (const [shapes, kind] of /** @type {[Geometry[], string][]} */ ([[rows, ""], [mended, "mended"], [broken, "broken"]]))
    for (const shape of shapes) geometryLayer(shape, (sort) => ({ radius: POINT_RADIUS, className: `file-row file-row--${kind || sort}` })).addTo(map);
  if (home) new Rectangle(boxOf(home), { className: "file-home", interactive: false }).addTo(map);
}

/** @param {number[]} bounds west, south, east, north */
function boxOf([west, south, east, north]) {
  return latLngBounds([south, west], [north, east]);
}
