// A page with nothing but the map and its ways of drawing, so that a test sees exactly what they give.
import { createMap } from "../../../static/js/map/create_map.js";
import { drawRoute } from "../../../static/js/map/draw_route.js";
import { marksLayer } from "../../../static/js/map/marks_layer.js";
import { placeSticker } from "../../../static/js/map/place_sticker.js";
import { AREA } from "../../../static/js/map/shapes.js";

const categories = [
  { code: "school_road", symbol: "line", colour: "#1b3a6b", icon: "school_road" },
  { code: "activity", symbol: "square", colour: "#0072b2", icon: "activity" },
  { code: "good", symbol: "circle", colour: "#007d5a", icon: "good" },
  { code: "unsafe", symbol: "triangle", colour: "#d55e00", icon: "unsafe" },
  { code: "wish", symbol: "star", colour: "#7b3fa0", icon: "wish" },
];
const data = {
  centre: [10.8, 59.93], zoom: 16, min_zoom_to_draw: 15, max_zoom: 19, bounds: [10.7, 59.88, 10.9, 59.98],
  sources: [{ id: "plain", kind: "raster", url: "/tiles/{z}/{x}/{y}.png", attribution: "Test tiles", label: "Plain", max_zoom: 19 }],
};
const mapApp = createMap(document.getElementById("map"), data);
const seen = { hints: [], announced: [], states: [], lines: [], places: [], selected: [] };
const listeners = {
  onChange: (state) => seen.states.push(state),
  onFinish: (line) => seen.lines.push(line),
  onPlace: (place) => seen.places.push(place),
  onHint: (hint) => seen.hints.push(hint.kind),
  onAnnounce: ({ kind }) => seen.announced.push(kind),
};
window.trial = {
  mapApp,
  seen,
  marks: marksLayer(mapApp, { categories, onSelect: (id) => seen.selected.push(id) }),
  draw: () => (window.trial.controller = drawRoute(mapApp, listeners)),
  drawArea: () => (window.trial.controller = drawRoute(mapApp, listeners, AREA)),
  place: () => (window.trial.controller = placeSticker(mapApp, listeners)),
  centre: () => [mapApp.map.getCenter().lng, mapApp.map.getCenter().lat],
  zoom: () => mapApp.map.getZoom(),
};
document.getElementById("finish").addEventListener("click", () => window.trial.controller.finish());
