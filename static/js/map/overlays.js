// @ts-check
// What planners have laid over the map: plan drawings and maps of their own, beneath the marks. Comes only where there are any.
import { Control, DivIcon, DomUtil, LayerGroup, Marker, SVG, latLngBounds } from "./leaflet.js";
import { ImageOverlay } from "./image_overlay.js";
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { attributionHtml } from "./attribution.js";
import { geometryLayer } from "./geometry_layer.js";
import { swatch } from "./overlay_swatch.js";

/**
 * @typedef {import("./geometry_layer.js").Geometry} Geometry
 * @typedef {import("./types.js").Overlay} Overlay
 * @typedef {import("./types.js").Overlays} Overlays
 */

// Above the base map, beneath a question's own zones (350) and the marks.
const HIGHEST = 349;
const POINT_RADIUS = 7;
const MOST_LABELS = 150;

/** @param {import("leaflet").Map} map @param {Overlays} overlays */
export function showOverlays(map, { style, layers }) {
  document.head.append(element("link", { rel: "stylesheet", href: style }));
  const shown = layers.map((layer, place) => ({ ...layer, onMap: overlayLayer(map, layer, place).addTo(map) }));
  new OverlayMenu(shown).addTo(map);
}

/** @param {import("leaflet").Map} map @param {Overlay} overlay @param {number} place */
function overlayLayer(map, overlay, place) {
  const pane = `overlay-${overlay.id}`;
  Object.assign(map.createPane(pane).style, { zIndex: String(HIGHEST - place), pointerEvents: "none", opacity: String(overlay.opacity) });
  const [west, south, east, north] = overlay.bounds;
  const attribution = attributionHtml(overlay.attribution);
  if (overlay.kind === "image") return new ImageOverlay(overlay.url, latLngBounds([south, west], [north, east]), { pane, attribution, alt: "" });
  const group = new LayerGroup([], { pane, attribution });
  void fetchRows(overlay.url).then((rows) => draw(group, rows, overlay.colour, pane));
  return group;
}

/** @param {string} url @returns {Promise<[Geometry, string][]>} none where they do not come: the map is of use without them */
async function fetchRows(url) {
  const answer = await fetch(url).catch(() => null);
  return answer?.ok ? (await answer.json()).rows : [];
}

/** @param {LayerGroup} group @param {[Geometry, string][]} rows @param {string} colour @param {string} pane */
function draw(group, rows, colour, pane) {
  const renderer = new SVG({ pane, padding: 0.5 });
  const look = (/** @type {string} */ shape) => ({ pane, renderer, radius: POINT_RADIUS, color: colour, fillColor: colour, fill: shape !== "line", className: `overlay overlay--${shape}` });
  const labels = rows.slice(0, MOST_LABELS).flatMap(([geometry, label]) => (label ? [labelOf(geometry, label, pane)] : []));
  for (const one of [...rows.map(([geometry]) => geometryLayer(geometry, look)), ...labels]) group.addLayer(one);
}

/** @param {Geometry} geometry @param {string} label @param {string} pane */
function labelOf(geometry, label, pane) {
  const icon = new DivIcon({ html: element("span", {}, label), className: "overlay-name", iconSize: [0, 0] });
  return new Marker(middleOf(geometry), { icon, pane, interactive: false, keyboard: false });
}

/** Half way along its first part. @param {Geometry} geometry @returns {[number, number]} latitude, longitude */
function middleOf({ coordinates, geometries }) {
  if (geometries?.length) return middleOf(geometries[0]);
  let places = coordinates;
  while (Array.isArray(places[0]?.[0])) places = places[0];
  if (typeof places[0] === "number") return [places[1], places[0]];
  const isRing = String(places[0]) === String(places.at(-1));
  const half = places.length / 2;
  const corners = isRing ? places.slice(1) : places.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  const mean = (/** @type {number} */ axis) => corners.reduce((/** @type {number} */ sum, /** @type {number[]} */ place) => sum + place[axis], 0) / corners.length;
  return [mean(1), mean(0)];
}

/** Lets the reader choose which of the layers are seen. */
class OverlayMenu extends Control {
  /** @param {(Overlay & {onMap: import("leaflet").Layer})[]} layers */
  constructor(layers) {
    super({ position: "topleft" });
    this.layers = layers;
  }

  /** @param {import("leaflet").Map} map */
  onAdd(map) {
    const choices = this.layers.map(({ name, kind, colour, onMap }) => {
      const onchange = (/** @type {Event} */ { target }) => void (/** @type {HTMLInputElement} */ (target).checked ? onMap.addTo(map) : onMap.remove());
      return element("label", {}, element("input", { type: "checkbox", checked: true, onchange }), swatch(kind === "image" ? "" : colour), element("span", { dir: "auto" }, name));
    });
    const menu = element("details", { class: "overlay-menu leaflet-control" }, element("summary", {}, t("Map layers")), element("div", {}, ...choices));
    for (const event of ["click", "dblclick", "pointerdown", "mousedown", "touchstart", "wheel", "keydown"]) menu.addEventListener(event, (happened) => happened.stopPropagation());
    DomUtil.addClass(menu, "leaflet-control");
    return menu;
  }
}
