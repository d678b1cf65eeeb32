// @ts-check
import { DivIcon, FeatureGroup, Marker, Polygon } from "./leaflet.js";
import { element } from "../modules/element.js";

/** @typedef {{ring: [number, number][], people: number}} Cell `ring`: longitude and latitude; `people`: how many different ones */

const CLOSEST = 16;
const MARGIN = 20;
const TINY = 22;
const NARROW = 44;
const STRENGTHS = [
  { from: 9, opacity: 0.78 },
  { from: 5, opacity: 0.56 },
  { from: 0, opacity: 0.34 },
];

/** @param {number} people */
function opacity(people) {
  return STRENGTHS.find(({ from }) => people >= from)?.opacity ?? 0.34;
}

/** @param {[number, number][]} ring */
function middle(ring) {
  const sum = ring.reduce(([x, y], [lon, lat]) => [x + lon, y + lat], [0, 0]);
  return { lng: sum[0] / ring.length, lat: sum[1] / ring.length };
}

/** @param {Cell} cell @param {string} colour */
function hexagon({ ring, people }, colour) {
  const corners = ring.map(([lng, lat]) => ({ lng, lat }));
  return new Polygon(corners, { color: colour, weight: 2, fillColor: colour, fillOpacity: opacity(people), interactive: false });
}

/** @param {Cell} cell */
function number({ ring, people }) {
  const html = element("b", {}, String(people));
  const icon = new DivIcon({ className: "cell-number", html, iconSize: [48, 28] });
  return new Marker(middle(ring), { icon, interactive: false, keyboard: false });
}

/** How much of the map `over` hides, in pixels. @param {Element} map @param {Element} [over] */
function hidden(map, over) {
  if (!over) return 0;
  const [under, upper] = [map.getBoundingClientRect(), over.getBoundingClientRect()];
  const beside = upper.left >= under.right || upper.top >= under.bottom;
  return beside ? 0 : upper.height;
}

/**
 * The hexagons of one filter on the map. Where they are too narrow for their numbers, these are smaller, or wait for a closer look.
 * @param {import("leaflet").Map} map
 * @param {{above?: Element, below?: Element}} edges what may lie over the map's upper and lower edge
 */
export function hexagonLayer(map, { above, below } = {}) {
  const group = new FeatureGroup().addTo(map);
  let corners = /** @type {[number, number][]} */ ([]);

  function sizeNumbers() {
    if (!corners.length) return;
    const [one, opposite] = [corners[0], corners[3]].map(([lng, lat]) => map.latLngToLayerPoint({ lng, lat }));
    const wide = one.distanceTo(opposite);
    map.getContainer().dataset.numbers = wide < TINY ? "none" : wide < NARROW ? "small" : "big";
  }

  map.on("zoomend", sizeNumbers);
  return {
    /** @param {Cell[]} cells @param {string} colour */
    show(cells, colour) {
      group.clearLayers();
      corners = cells[0]?.ring ?? [];
      sizeNumbers();
      for (const cell of cells) group.addLayer(hexagon(cell, colour)).addLayer(number(cell));
    },
    fit() {
      map.invalidateSize({ animate: false });
      const [top, bottom] = [above, below].map((edge) => hidden(map.getContainer(), edge) + MARGIN);
      map.fitBounds(group.getBounds(), { paddingTopLeft: [MARGIN, top], paddingBottomRight: [MARGIN, bottom], maxZoom: CLOSEST });
    },
  };
}
