// @ts-check
import { createCrosshair } from "./crosshair.js";
import { hover } from "./modes/hover.js";
import { keys } from "./modes/keys.js";
import { strokes } from "./modes/strokes.js";
import { routeDrawing } from "./route_drawing.js";
import { ROUTE } from "./shapes.js";
/** @typedef {import("./types.js").MapApp} MapApp */
/** @typedef {import("./types.js").Coordinate} Coordinate */
/**
 * @typedef {object} LineState
 * @property {number} points
 * @property {number} length metres
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {boolean} canFinish
 * @property {boolean} movingMap
 */
/**
 * @typedef {object} Listeners
 * @property {(state: LineState) => void} [onChange]
 * @property {(coordinates: Coordinate[]) => void} onFinish 5 decimals, at most 5,000; of an area the closed outline
 * @property {(hint: import("./types.js").Hint) => void} [onHint]
 * @property {(announcement: import("./types.js").Announcement) => void} [onAnnounce]
 */

// Each way of drawing is a module of its own in modes/: add it here.
const MODES = [strokes, hover, keys];

/**
 * Draws one road on the map, or around one area, by finger, pen, mouse, trackpad or keys. Ends with `finish` or `cancel`.
 * @param {MapApp} mapApp
 * @param {Listeners} listeners
 * @param {import("./shapes.js").Shape} [shape]
 */
export function drawRoute(mapApp, listeners, shape = ROUTE) {
  const { map, element } = mapApp;
  const crosshair = createCrosshair(mapApp, (visible) => drawing.pointAt(visible ? mapApp.middle() : null));
  const drawing = routeDrawing(mapApp, listeners, crosshair, leave, shape);
  const stops = MODES.map((mode) => mode(drawing));
  let over = false;

  // Too far out nothing is drawn, so there one finger may as well move the map.
  function setDragging() {
    const draws = !over && !drawing.movingMap && map.getZoom() >= mapApp.minZoomToDraw;
    map.dragging[draws ? "disable" : "enable"]();
    map.doubleClickZoom[draws ? "disable" : "enable"]();
    element.classList.toggle("map--drawing", draws);
  }
  function leave() {
    over = true;
    for (const stop of stops) stop();
    map.off("zoomend", setDragging);
    setDragging();
    crosshair.remove();
    drawing.remove();
    mapApp.mode = "look";
  }

  mapApp.mode = "draw";
  map.on("zoomend", setDragging);
  setDragging();
  drawing.begin();

  return {
    undo: () => drawing.undo(),
    redo: () => drawing.redo(),
    clear: () => drawing.clear(),
    finish: () => drawing.finish(),
    addPointAtCentre: () => drawing.addPointAtCentre(),
    /** Leaves without keeping anything. */
    cancel: leave,
    /** @param {boolean} on one finger moves the map until this is turned off */
    moveMap(on) {
      drawing.movingMap = on;
      setDragging();
    },
    get canUndo() {
      return drawing.line.canUndo;
    },
    get canRedo() {
      return drawing.line.canRedo;
    },
    get coordinates() {
      return drawing.line.coordinates;
    },
  };
}
