// @ts-check
import { areaMark } from "./area_mark.js";
import { LayerGroup, SVG, latLngBounds } from "./leaflet.js";
import { itemAt } from "./hit_test.js";
import { groupKey, groupPlaces } from "./place_groups.js";
import { routeMark } from "./route_mark.js";
import { offsetOf, stickerMark } from "./sticker_mark.js";
/** @typedef {import("./types.js").MapApp} MapApp */
/** @typedef {import("./types.js").Mark} Mark */
/** @typedef {import("./types.js").Category} Category */
/** @typedef {import("./types.js").Pixel} Pixel */

const PANE = "marks";
const FARTHEST_IN = 17;
const UNKNOWN = /** @type {Category} */ ({ code: "", symbol: "circle", colour: "#4b5563" });

/** @param {Mark} mark */
const isPoint = (mark) => mark.geometry.type === "Point";
/** @param {Mark} mark */
const isArea = (mark) => mark.geometry.type === "Polygon";
/** @param {Mark} mark @returns {[number, number][]} of an area its outer ring */
const placesOf = (mark) => (isPoint(mark) ? [mark.geometry.coordinates] : isArea(mark) ? mark.geometry.coordinates[0] : mark.geometry.coordinates);
/** @param {Mark} mark @returns {[number, number][]} as Leaflet wants them */
const latLngsOf = (mark) => placesOf(mark).map(([lon, lat]) => [lat, lon]);

/**
 * All marks of one response. None of them takes touches, so drawing goes on across them; a tap is matched by nearness.
 * @param {MapApp} mapApp
 * @param {{categories: Category[], onSelect?: (id: string) => void}} options
 */
export function marksLayer(mapApp, { categories, onSelect }) {
  const { map } = mapApp;
  const pane = map.getPane(PANE) ?? map.createPane(PANE);
  pane.style.zIndex = "450";
  pane.style.pointerEvents = "none";
  // SVG by measurement: among 200 marks at double density a frame took 10 ms, on a canvas 45.
  const where = { pane: PANE, renderer: new SVG({ pane: PANE, padding: 0.2 }) };
  const byCode = new Map(categories.map((category) => [category.code, category]));
  const categoryOf = (/** @type {string} */ code) => byCode.get(code) ?? UNKNOWN;

  const marks = /** @type {Map<string, Mark>} */ (new Map());
  const drawn = /** @type {Map<string, {layer: import("leaflet").Layer, choose: (id: any) => void}>} */ (new Map());
  const all = new LayerGroup().addTo(map);
  let chosen = /** @type {string | null} */ (null);

  /** @param {string} key */
  function membersOf(key) {
    return [...marks.values()].filter((mark) => groupKey(mark) === key);
  }
  /** @param {string} key @param {Mark[]} members */
  function draw(key, members) {
    const old = drawn.get(key);
    if (old) all.removeLayer(old.layer);
    drawn.delete(key);
    if (!members.length) return;
    const [first] = members;
    const draws = isArea(first) ? areaMark : routeMark;
    const shape = isPoint(first) ? stickerMark(members, categoryOf) : draws(first, categoryOf(first.category), where);
    drawn.set(key, shape);
    all.addLayer(shape.layer);
    if (members.some(({ id }) => id === chosen)) highlight(members[0]);
  }
  /** @param {Mark | undefined} mark */
  function highlight(mark) {
    if (mark) drawn.get(groupKey(mark))?.choose(isPoint(mark) ? chosen : mark.id === chosen);
  }
  /** @param {string | null} id */
  function select(id) {
    const before = marks.get(chosen ?? "");
    chosen = id;
    highlight(before);
    highlight(marks.get(id ?? ""));
  }

  function targets() {
    return [...marks.values()].map((mark) => ({ mark, path: pathOf(mark), closed: isArea(mark) }));
  }
  /** @param {Mark} mark @returns {Pixel[]} */
  function pathOf(mark) {
    const path = latLngsOf(mark).map((latLng) => map.latLngToContainerPoint(latLng));
    if (!isPoint(mark)) return path;
    const members = membersOf(groupKey(mark));
    return [{ x: path[0].x + offsetOf(members.indexOf(mark), members.length), y: path[0].y }];
  }
  function onClick(/** @type {import("leaflet").LeafletMouseEvent} */ event) {
    if (mapApp.mode !== "look" || !mapApp.isGround(event.originalEvent)) return;
    const hit = itemAt(event.containerPoint, targets());
    if (!hit) return;
    select(hit.mark.id);
    onSelect?.(hit.mark.id);
  }
  map.on("click", onClick);

  /** @param {Mark[]} shown */
  function fitTo(shown) {
    if (!shown.length) return;
    const { top, right, bottom, left } = mapApp.insets;
    map.fitBounds(latLngBounds(shown.flatMap(latLngsOf)), {
      paddingTopLeft: [left + 40, top + 40],
      paddingBottomRight: [right + 40, bottom + 40],
      maxZoom: FARTHEST_IN,
    });
  }

  return {
    /** @param {Mark[]} list replaces everything */
    set(list) {
      all.clearLayers();
      drawn.clear();
      marks.clear();
      for (const mark of list) marks.set(mark.id, mark);
      for (const mark of list) if (!isPoint(mark)) draw(groupKey(mark), [mark]);
      for (const [key, members] of groupPlaces(list.filter(isPoint))) draw(key, members);
    },
    /** @param {Mark} mark */
    add(mark) {
      marks.set(mark.id, mark);
      draw(groupKey(mark), membersOf(groupKey(mark)));
    },
    /** @param {Mark} mark the whole mark as it is now */
    update(mark) {
      const old = marks.get(mark.id);
      marks.set(mark.id, mark);
      if (old && groupKey(old) !== groupKey(mark)) draw(groupKey(old), membersOf(groupKey(old)));
      draw(groupKey(mark), membersOf(groupKey(mark)));
    },
    /** @param {string} id */
    remove(id) {
      const old = marks.get(id);
      marks.delete(id);
      if (chosen === id) chosen = null;
      if (old) draw(groupKey(old), membersOf(groupKey(old)));
    },
    /** Lifts one mark out, or none. @param {string | null} id */
    select,
    /** Selects a mark and moves the map so that all of it is seen. @param {string} id */
    show(id) {
      const mark = marks.get(id);
      if (!mark) return;
      select(id);
      fitTo([mark]);
    },
    /** Moves the map so that all marks are seen. */
    fit() {
      fitTo([...marks.values()]);
    },
    destroy() {
      map.off("click", onClick);
      all.remove();
    },
  };
}
