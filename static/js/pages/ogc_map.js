// @ts-check
// The features of a page of the API on a map: hexagons with how many people each stands for, or shapes as they are.
import { LayerGroup, Map as LeafletMap, latLngBounds } from "../map/leaflet.js";
import { basemapLayer } from "../map/basemap.js";
import { geometryLayer } from "../map/geometry_layer.js";
import { hexagonLayer } from "../map/hexagons.js";
import { loadTexts } from "../modules/texts.js";

/** @typedef {{geometry: import("../map/geometry_layer.js").Geometry, group: number, tone: string, people: number}} Shown `people`: 0 where nobody is counted */

const POINT_RADIUS = 6;
const NEAREST = 16;
const PLAIN = "#0b3c7d";
/** @type {Record<string, string>} */
const TONES = { positive: "#0a7d4f", negative: "#c2410c", wish: "#6b2fa0" };

loadTexts();
const place = document.getElementById("map");
if (place) show(place, JSON.parse(document.getElementById("page-data")?.textContent ?? "{}"));

/** @param {HTMLElement} place @param {{bounds: number[], sources: any[], counts_people: boolean, rows: Shown[]}} data */
function show(place, { bounds: [west, south, east, north], sources, counts_people: countsPeople, rows }) {
  const around = place.closest("[data-map]");
  if (around instanceof HTMLElement) around.hidden = false;
  const map = new LeafletMap(place, { scrollWheelZoom: false, maxZoom: 19 }).fitBounds(latLngBounds([south, west], [north, east]), { maxZoom: NEAREST, padding: [16, 16] });
  map.attributionControl.setPrefix(false);
  if (sources.length) basemapLayer(sources[0], sources).addTo(map);
  const draw = (countsPeople ? hexagons : shapes)(map);
  const choice = document.querySelector("[data-map-group]");
  const chosen = () => (choice instanceof HTMLSelectElement && choice.value ? rows.filter(({ group }) => group === Number(choice.value)) : rows);
  choice?.addEventListener("change", () => draw(chosen()));
  draw(chosen());
}

/** @param {LeafletMap} map @returns {(rows: Shown[]) => void} */
function hexagons(map) {
  const layer = hexagonLayer(map);
  return (rows) => layer.show(rows.map(({ geometry, people }) => ({ ring: geometry.coordinates[0].slice(0, -1), people })), TONES[rows[0]?.tone] ?? PLAIN);
}

/** @param {LeafletMap} map @returns {(rows: Shown[]) => void} */
function shapes(map) {
  const drawn = new LayerGroup().addTo(map);
  const layerOf = (/** @type {Shown} */ { geometry }) => geometryLayer(geometry, (sort) => ({ radius: POINT_RADIUS, className: `ogc-shape ogc-shape--${sort}` }));
  return (rows) => {
    drawn.clearLayers();
    for (const row of rows) drawn.addLayer(layerOf(row));
  };
}
