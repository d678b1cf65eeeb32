// @ts-check
// Marks of any number on the planner's map: symbols while those in sight are few, dots while they are many.
import { Bounds, CRS, latLngBounds, point } from "../map/leaflet.js";
import { itemAt } from "../map/hit_test.js";
import { marksLayer } from "../map/marks_layer.js";
import { t } from "../modules/texts.js";
import { MarkDots, placed, touches } from "./mark_dots.js";
/** @typedef {import("../map/types.js").Mark} Mark */
/** @typedef {import("../map/types.js").Category} Category */
/** @typedef {import("./mark_dots.js").Placed} Placed */

// By measurement: so many symbols are drawn in 50 ms after each move of the map; 50,000 stopped the browser.
const MOST_SYMBOLS = 400;
const PANE = "mark-dots";
const BELOW_SYMBOLS = "440";
const NEAR = 24; // pixels around a press
const MARGIN = 40;
const PLAIN = "#4b5563";

/**
 * The same calls as `marksLayer`, for a page that has all marks of an activity.
 * @param {import("../map/types.js").MapApp} mapApp
 * @param {{categories: Category[], onSelect: (id: string) => void}} options
 */
export function marksOnMap(mapApp, { categories, onSelect }) {
  const { map } = mapApp;
  const pane = map.getPane(PANE) ?? map.createPane(PANE);
  pane.style.zIndex = BELOW_SYMBOLS;
  pane.style.pointerEvents = "none";
  const colours = new Map(categories.map(({ code, colour }) => [code, colour]));
  const all = /** @type {Map<string, Placed>} */ (new Map());
  const dots = new MarkDots(all, (category) => colours.get(category) ?? PLAIN, PANE);
  const symbols = marksLayer(mapApp, { categories, onSelect: choose });
  const note = document.createElement("p");
  note.className = "map-crowded";
  note.setAttribute("role", "status");
  mapApp.element.append(note);
  let chosen = /** @type {string | null} */ (null);
  let crowded = false;
  let isDue = false;

  /** @param {string} id */
  function choose(id) {
    chosen = id;
    onSelect(id);
  }
  /** @param {{x: number, y: number}} corner container pixels */
  function worldAt({ x, y }) {
    return CRS.EPSG3857.latLngToPoint(map.containerPointToLatLng(point(x, y)), 0);
  }
  /** @param {{x: number, y: number}} from @param {{x: number, y: number}} to container pixels */
  function within(from, to) {
    const [{ x: west, y: north }, { x: east, y: south }] = [worldAt(from), worldAt(to)];
    return (/** @type {Placed} */ one) => touches(one, { west, north, east, south });
  }
  /** Those in sight, or one more than are drawn as symbols. */
  function inSight() {
    const { x, y } = map.getSize();
    const isSeen = within({ x: -MARGIN, y: -MARGIN }, { x: x + MARGIN, y: y + MARGIN });
    const seen = [];
    for (const one of all.values()) {
      if (isSeen(one)) seen.push(one.mark);
      if (seen.length > MOST_SYMBOLS) break;
    }
    return seen;
  }
  function draw() {
    const seen = all.size > MOST_SYMBOLS ? inSight() : [...all.values()].map(({ mark }) => mark);
    const own = all.get(chosen ?? "")?.mark;
    crowded = seen.length > MOST_SYMBOLS;
    symbols.set(crowded ? (own ? [own] : []) : seen);
    if (!crowded) dots.remove();
    else if (!map.hasLayer(dots)) dots.addTo(map);
    const told = crowded ? t("So many marks are shown as dots. Zoom in to see their symbols.") : "";
    if (note.textContent !== told) note.textContent = told;
  }
  /** After all that is changed in one go. */
  function drawSoon() {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      draw();
      if (crowded) dots.redraw();
    });
  }
  map.on("moveend", () => all.size > MOST_SYMBOLS && draw());
  map.on("click", ({ containerPoint: pressed, originalEvent }) => {
    if (!crowded || !mapApp.isGround(originalEvent)) return;
    const isNear = within({ x: pressed.x - NEAR, y: pressed.y - NEAR }, { x: pressed.x + NEAR, y: pressed.y + NEAR });
    const onMap = (/** @type {{x: number, y: number}} */ { x, y }) => map.latLngToContainerPoint(CRS.EPSG3857.pointToLatLng(point(x, y), 0));
    const near = [...all.values()].filter(isNear).map(({ mark, kind, path }) => ({ mark, closed: kind === "area", path: path.map(onMap) }));
    const hit = itemAt(pressed, near);
    if (!hit) return;
    choose(hit.mark.id);
    draw();
    symbols.select(hit.mark.id);
  });

  return {
    /** @param {Mark[]} list replaces everything */
    set(list) {
      all.clear();
      for (const mark of list) all.set(mark.id, placed(mark));
      draw();
    },
    /** @param {Mark} mark */
    add(mark) {
      all.set(mark.id, placed(mark));
      drawSoon();
    },
    /** @param {string} id */
    remove(id) {
      all.delete(id);
      drawSoon();
    },
    /** Selects a mark and moves the map so that all of it is seen. @param {string} id */
    show(id) {
      const one = all.get(id);
      if (!one) return;
      chosen = id;
      if (crowded || !inSight().includes(one.mark)) symbols.set([one.mark]);
      symbols.show(id);
    },
    /** Moves the map so that all marks are seen. */
    fit() {
      if (all.size <= MOST_SYMBOLS) return symbols.fit();
      const box = new Bounds();
      for (const { west, north, east, south } of all.values()) box.extend(point(west, north)).extend(point(east, south));
      const corners = [box.getTopLeft(), box.getBottomRight()].map((corner) => CRS.EPSG3857.pointToLatLng(corner, 0));
      map.fitBounds(latLngBounds(corners), { padding: [MARGIN, MARGIN] });
    },
  };
}
