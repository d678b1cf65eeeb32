// @ts-check
// Bergen from Kartverket's N1000: fjord, fells and the places between, a map to find one's way on rather than to measure.
import { peakBadge, schoolBadge } from "../badges.js";
import { PlaceName } from "../place_name.js";
import { growing, rimmed } from "./widths.js";

const BEYOND = "#faf8f3";
const LAND = "#f1ede2";
const HALO = "#fffdf8";
const WATER = "#bfd9e6";
const MAIN = growing([[8, 1], [11, 2.2], [14, 5], [18, 10]]);
const COUNTY = growing([[8, 0.7], [11, 1.5], [14, 3.5], [18, 8]]);
const RAIL = growing([[10, 1], [14, 2], [18, 4]]);

/** @param {string} kind */
const isMain = (kind) => kind === "main";
/** @param {string} kind */
const isCounty = (kind) => kind === "county" || kind === "local";
/** @param {string} kind */
const isRoad = (kind) => kind !== "rail";

/** @type {import("../paint_tile.js").PaintRule[]} */
const paint = [
  { layer: "extent", fill: LAND },
  { layer: "open", fill: "#f4efdc" },
  { layer: "forest", fill: "#dbe5cd" },
  { layer: "bog", fill: "#e2e4d3" },
  { layer: "built_up", fill: "#e9dfcf" },
  { layer: "sea", fill: WATER },
  { layer: "lake", fill: WATER },
  { layer: "river", from: 10, line: WATER, width: growing([[10, 1], [14, 2.5], [18, 5]]) },
  { layer: "shore", from: 10, line: "#93b6c8", width: growing([[10, 0.6], [14, 1.2], [18, 2]]) },
  { layer: "border", from: 9, line: "#b9aa96", width: () => 1, dash: () => [6, 3, 1, 3], cap: "butt" },
  { layer: "ferry", from: 9, line: "#7fa3b8", width: () => 1.2, dash: () => [4, 4], cap: "butt" },
  { layer: "tunnel", from: 10, kinds: isRoad, line: "#cdbf9f", width: COUNTY, dash: () => [4, 4], cap: "butt" },
  { layer: "rail", from: 10, line: "#8d8577", width: RAIL },
  { layer: "rail", from: 11, line: "#f6f3ea", width: (zoom) => RAIL(zoom) * 0.5, dash: () => [6, 6], cap: "butt" },
  { layer: "road", from: 9, kinds: isCounty, line: "#cdbf9f", width: rimmed(COUNTY, 0.9) },
  { layer: "road", from: 8, kinds: isMain, line: "#c8ad74", width: rimmed(MAIN, 0.9) },
  { layer: "road", from: 9, kinds: isCounty, line: "#fffaf0", width: COUNTY },
  { layer: "road", from: 8, kinds: isMain, line: "#f8dea3", width: MAIN },
];

/** @type {Record<string, import("../place_name.js").PlaceStyle>} */
const PLACES = {
  city: { size: 17, weight: "700", fill: "#3f392d", halo: HALO },
  town: { size: 13.5, weight: "600", fill: "#4c4538", halo: HALO },
  village: { size: 12, weight: "500", fill: "#625a4b", halo: HALO },
  water: { size: 12.5, weight: "500", italic: true, spacing: 1, fill: "#3f7090", halo: "#d5e7f0" },
  island: { size: 12.5, weight: "500", spacing: 2, fill: "#6f6654", halo: HALO },
  peak: { size: 11.5, weight: "500", fill: "#665c49", halo: HALO, badge: peakBadge("#8c7f66"), badgeSize: 10 },
};
const FIRST = { city: 8, town: 10, water: 9, island: 9, village: 11, peak: 11 };

/** @type {import("protomaps-leaflet").LabelRule[]} */
const labels = [
  ...Object.entries(FIRST).map(([kind, minzoom]) => ({
    dataLayer: "place",
    minzoom,
    filter: (/** @type {number} */ _zoom, /** @type {any} */ feature) => feature.props.kind === kind,
    symbolizer: new PlaceName(() => PLACES[kind]),
  })),
  {
    dataLayer: "school",
    minzoom: 13,
    symbolizer: new PlaceName(() => ({ size: 11.5, weight: "600", fill: "#5b5343", halo: HALO, badge: schoolBadge("#7a705e"), badgeSize: 19 })),
  },
  {
    dataLayer: "neighbourhood",
    minzoom: 13,
    symbolizer: new PlaceName((zoom) => ({ size: zoom < 15 ? 11 : 12.5, spacing: 0.6, fill: "#776e5d", halo: HALO })),
  },
];

/** @type {import("../paint_tile.js").Theme} */
export const bergen = { land: BEYOND, paint, labels };
