// @ts-check
// Oslo east, street by street: warm greys and soft sand, so that drawn roads and stickers are what one sees first.
import { dotBadge, letterBadge } from "../badges.js";
import { PlaceName } from "../place_name.js";
import { StreetName } from "../street_name.js";
import { growing, rimmed } from "./widths.js";

const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const BEYOND = "#faf8f4";
const LAND = "#f3efe6";
const HALO = "#fffdf9";
const INK = "#57503f";
const QUIET = "#756d5d";

const MAIN = growing([[11, 1.6], [13, 3], [15, 7], [17, 15], [19, 44]]);
const COLLECTOR = growing([[11, 0.9], [13, 2], [15, 5.5], [17, 13], [19, 40]]);
const LINK = growing([[12, 0.8], [15, 3.5], [17, 9], [19, 26]]);
const MINOR = growing([[12, 0.6], [14, 1.8], [15, 3.4], [17, 10], [19, 32]]);
const SERVICE = growing([[13, 0.6], [15, 1.6], [17, 5.5], [19, 18]]);
const PATH = growing([[13, 0.8], [16, 1.6], [19, 3.5]]);
const STEPS = growing([[14, 2], [16, 4.5], [19, 12]]);

/** @param {string} layer @param {(zoom: number) => number} width @param {string} rim @param {string} fill @param {number} [from] */
function street(layer, width, rim, fill, from = 0) {
  return { rim: { layer, from: Math.max(from, 12), line: rim, width: rimmed(width, 1) }, fill: { layer, from, line: fill, width } };
}

const STREETS = [
  street("service", SERVICE, "#e0d9cb", "#fbf9f4", 14),
  street("pedestrian", MINOR, "#ded5c4", "#f7f1e4", 14),
  street("minor", MINOR, "#d9cfbe", "#ffffff", 14),
  street("link", LINK, "#d8c8a2", "#f9eccb", 13),
  street("collector", COLLECTOR, "#d2c29f", "#fdf3d6", 11),
  street("main", MAIN, "#d2bd8f", "#f7e3b6"),
];

const CARS = new Set(["main", "collector", "minor", "link", "service"]);
/** @param {string} kind */
const isForCars = (kind) => CARS.has(kind);

/** @type {import("../paint_tile.js").PaintRule[]} */
const paint = [
  { layer: "extent", fill: LAND },
  { layer: "water", fill: "#c3dbe6" },
  { layer: "square", fill: "#ece4d4" },
  { layer: "platform", from: 16, fill: "#e2dacb" },
  { layer: "tunnel", from: 13, kinds: isForCars, line: "#ddd4c3", width: LINK, dash: () => [5, 4], cap: "butt" },
  { layer: "tunnel", from: 15, kinds: (kind) => !isForCars(kind), line: "#c9bda8", width: PATH, dash: () => [3, 4], cap: "butt" },
  { layer: "minor", from: 13, to: 13, line: "#ded4c4", width: () => 1 },
  ...STREETS.map(({ rim }) => ({ ...rim, cap: /** @type {const} */ ("butt") })),
  ...STREETS.map(({ fill }) => fill),
  { layer: "zebra", from: 16, line: "#ffffff", width: growing([[16, 5], [19, 30]]), cap: "butt" },
  { layer: "zebra", from: 16, line: "#a0978a", width: growing([[16, 4], [19, 26]]), dash: (zoom) => stripes(zoom), cap: "butt" },
  { layer: "walk", from: 16, line: "#cdbfa8", width: growing([[16, 0.8], [19, 2.4]]) },
  { layer: "foot", from: 14, line: "#fdfaf3", width: rimmed(PATH, 1.2) },
  { layer: "foot", from: 14, line: "#a49071", width: PATH, dash: (zoom) => [0.1, zoom < 16 ? 2.6 : 2.2 * PATH(zoom)] },
  { layer: "cycle", from: 14, line: "#fdfaf3", width: rimmed(PATH, 1.4) },
  { layer: "cycle", from: 14, line: "#84a39d", width: rimmed(PATH, 0.2), dash: (zoom) => [3 * PATH(zoom), 2 * PATH(zoom)], cap: "butt" },
  { layer: "steps", from: 14, line: "#fdfaf3", width: rimmed(STEPS, 1), cap: "butt" },
  { layer: "steps", from: 14, line: "#9a866a", width: STEPS, dash: (zoom) => [1.2, zoom < 17 ? 1.6 : 2.4], cap: "butt" },
];

/** @param {number} zoom */
function stripes(zoom) {
  const stripe = growing([[16, 0.8], [19, 5]])(zoom);
  return [stripe, stripe];
}

/** @type {Record<string, import("../place_name.js").PlaceStyle>} */
const STOPS = {
  subway: { size: 12.5, weight: "600", fill: INK, halo: HALO, badge: letterBadge("#6d6454", "T"), badgeSize: 17 },
  train: { size: 12.5, weight: "600", fill: INK, halo: HALO, badge: letterBadge("#6d6454", "J"), badgeSize: 17 },
  ferry: { size: 11.5, fill: QUIET, halo: HALO, badge: dotBadge("#7d97a6"), badgeSize: 10 },
  tram: { size: 11.5, fill: QUIET, halo: HALO, badge: dotBadge("#958b79"), badgeSize: 10 },
  bus: { size: 11, fill: QUIET, halo: HALO, badge: dotBadge("#b3a994"), badgeSize: 9 },
};
const FIRST = { subway: 12, train: 12, ferry: 14, tram: 14, bus: 16 };
const FJORD = { size: 13, italic: true, spacing: 1, fill: "#3f7090", halo: "#d8e8f0" };
const stopName = new PlaceName((_zoom, kind) => STOPS[kind] ?? STOPS.bus);

/**
 * Names of one rank of streets. Many are placed in several goes, by the length of the name, so that no go takes long.
 * @param {string} rank @param {number} from @param {number} size @param {string} weight @param {string} fill
 */
function streets(rank, from, size, weight, fill, goes = 1) {
  const font = (/** @type {number} */ zoom) => `${weight} ${zoom >= 18 ? size + 2 : size}px ${SANS}`;
  const symbolizer = new StreetName({ font, size, fill, halo: HALO });
  return Array.from({ length: goes }, (_, go) => ({
    dataLayer: "name",
    minzoom: from,
    filter: (/** @type {number} */ _zoom, /** @type {any} */ { props }) => props.rank === rank && props.name.length % goes === go,
    symbolizer,
  }));
}

/** @type {import("protomaps-leaflet").LabelRule[]} */
const labels = [
  ...Object.entries(FIRST).map(([kind, minzoom]) => ({
    dataLayer: "stop",
    minzoom,
    filter: (/** @type {number} */ _zoom, /** @type {any} */ feature) => feature.props.kind === kind,
    symbolizer: stopName,
  })),
  { dataLayer: "place", symbolizer: new PlaceName(() => FJORD) },
  ...streets("1", 14, 12.5, "600", INK),
  ...streets("2", 14, 12, "600", INK),
  ...streets("3", 15, 11.5, "500", INK, 4),
  ...streets("4", 15, 11.5, "500", QUIET),
  ...streets("5", 16, 11, "500", QUIET),
];

/** @type {import("../paint_tile.js").Theme} */
export const oslo = { land: BEYOND, paint, labels };
