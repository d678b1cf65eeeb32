// @ts-check
import { DivIcon, FeatureGroup, Marker, Polygon } from "leaflet";
import { element } from "../modules/element.js";

/** @typedef {{ring: [number, number][], children: number}} Cell */

const STRENGTHS = [
  { from: 9, opacity: 0.78 },
  { from: 5, opacity: 0.56 },
  { from: 0, opacity: 0.34 },
];

/** @param {number} children */
function opacity(children) {
  return STRENGTHS.find(({ from }) => children >= from)?.opacity ?? 0.34;
}

/** @param {[number, number][]} ring */
function middle(ring) {
  const sum = ring.reduce(([x, y], [lon, lat]) => [x + lon, y + lat], [0, 0]);
  return { lng: sum[0] / ring.length, lat: sum[1] / ring.length };
}

/** @param {Cell} cell @param {string} colour */
function hexagon({ ring, children }, colour) {
  const corners = ring.map(([lng, lat]) => ({ lng, lat }));
  return new Polygon(corners, { color: colour, weight: 2, fillColor: colour, fillOpacity: opacity(children), interactive: false });
}

/** @param {Cell} cell */
function number({ ring, children }) {
  const html = element("b", {}, String(children));
  const icon = new DivIcon({ className: "cell-number", html, iconSize: [48, 28] });
  return new Marker(middle(ring), { icon, interactive: false, keyboard: false });
}

/** The hexagons of one filter on the map. @param {import("leaflet").Map} map */
export function hexagonLayer(map) {
  const group = new FeatureGroup().addTo(map);
  return {
    /** @param {Cell[]} cells @param {string} colour */
    show(cells, colour) {
      group.clearLayers();
      for (const cell of cells) group.addLayer(hexagon(cell, colour)).addLayer(number(cell));
    },
    fit() {
      if (group.getLayers().length) map.fitBounds(group.getBounds(), { paddingTopLeft: [20, 130], paddingBottomRight: [20, 150], maxZoom: 15 });
    },
  };
}
