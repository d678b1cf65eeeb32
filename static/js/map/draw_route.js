// @ts-check
import { createCrosshair } from "./crosshair.js";
import { metresPerPixel } from "./distance.js";
import { createLiveLine } from "./live_line.js";
import { closeEnough } from "./minimum_zoom.js";
import { hover } from "./modes/hover.js";
import { keys } from "./modes/keys.js";
import { strokes } from "./modes/strokes.js";
import { createRouteLine } from "./route_line.js";
import { finishedLine } from "./simplify_line.js";
/** @typedef {import("./types.js").MapApp} MapApp */
/** @typedef {import("./types.js").Coordinate} Coordinate */
/** @typedef {import("./types.js").Pixel} Pixel */
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
 * @property {(coordinates: Coordinate[]) => void} onFinish
 * @property {(hint: import("./types.js").Hint) => void} [onHint]
 * @property {(announcement: import("./types.js").Announcement) => void} [onAnnounce]
 */

const SHORTEST = 5;

// Each way of drawing is a module of its own in modes/: add it here.
const MODES = [strokes, hover, keys];

/**
 * Draws one road on the map, by finger, pen, mouse, trackpad or keys. Ends with `finish` or `cancel`.
 * @param {MapApp} mapApp
 * @param {Listeners} listeners
 */
export function drawRoute(mapApp, { onChange, onFinish, onHint, onAnnounce }) {
  const { map, element } = mapApp;
  const line = createRouteLine(() => metresPerPixel(map.getCenter().lat, map.getZoom()));
  const picture = createLiveLine(mapApp);
  const crosshair = createCrosshair(mapApp, () => pointAt(crosshair?.visible ? mapApp.middle() : null));
  let pointer = /** @type {Coordinate | null} */ (null);
  let movingMap = false;
  let frame = 0;
  let lifted = false;

  function redraw() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      picture.show(line.shown, pointer);
    });
  }
  function changed() {
    redraw();
    onChange?.({
      points: line.coordinates.length,
      length: line.length,
      canUndo: line.canUndo,
      canRedo: line.canRedo,
      canFinish: line.length >= SHORTEST,
      movingMap,
    });
  }
  function announce(/** @type {import("./types.js").Announcement["kind"]} */ kind) {
    onAnnounce?.({ kind, points: line.coordinates.length, length: line.length });
  }
  function mayDraw() {
    const close = closeEnough(mapApp, onHint);
    if (!close) announce("zoom_in");
    return close;
  }
  function pointAt(/** @type {Pixel | null} */ pixel) {
    pointer = pixel && mapApp.coordinateAt(pixel);
    if (line.coordinates.length) redraw();
  }
  function addPoint(/** @type {Pixel} */ pixel) {
    if (!line.addPoint(mapApp.coordinateAt(pixel))) return;
    changed();
    announce("point_added");
  }
  function step(/** @type {() => boolean} */ back, /** @type {"undone" | "redone"} */ kind) {
    if (!back()) return false;
    changed();
    announce(kind);
    return true;
  }
  // Too far out nothing is drawn, so there one finger may as well move the map.
  function setDragging() {
    const draws = !movingMap && map.getZoom() >= mapApp.minZoomToDraw;
    map.dragging[draws ? "disable" : "enable"]();
    map.doubleClickZoom[draws ? "disable" : "enable"]();
    element.classList.toggle("map--drawing", draws);
  }

  const drawing = {
    mapApp,
    get movingMap() {
      return movingMap;
    },
    get started() {
      return line.coordinates.length > 0;
    },
    get crosshairVisible() {
      return crosshair.visible;
    },
    showCrosshair: () => crosshair.show(),
    mayDraw,
    extend(/** @type {Pixel[]} */ pixels) {
      for (const pixel of pixels) line.addToStroke(mapApp.coordinateAt(pixel));
      pointer = null;
      redraw();
    },
    lift() {
      line.endStroke();
      changed();
      announce("stroke_added");
      if (!lifted) onHint?.({ kind: "continue" });
      lifted = true;
    },
    discard() {
      line.discardStroke();
      redraw();
    },
    addPoint,
    pointAt,
    addPointAtCentre() {
      if (mayDraw()) addPoint(mapApp.middle());
    },
    undo: () => step(line.undo, "undone"),
    redo: () => step(line.redo, "redone"),
    clear() {
      if (!line.coordinates.length) return;
      line.clear();
      changed();
      onHint?.({ kind: "cleared" });
      announce("cleared");
    },
    finish() {
      const coordinates = finishedLine(line.coordinates);
      if (coordinates.length < 2 || line.length < SHORTEST) {
        onHint?.({ kind: "too_short" });
        return announce("too_short");
      }
      announce("finished");
      leave();
      onFinish(coordinates);
    },
  };

  const stops = MODES.map((mode) => mode(drawing));
  function leave() {
    for (const stop of stops.splice(0)) stop();
    cancelAnimationFrame(frame);
    map.off("zoomend", setDragging);
    crosshair.remove();
    picture.remove();
    movingMap = true;
    setDragging();
    mapApp.mode = "look";
  }

  mapApp.mode = "draw";
  map.on("zoomend", setDragging);
  setDragging();
  changed();
  announce("ready");

  return {
    undo: drawing.undo,
    redo: drawing.redo,
    clear: drawing.clear,
    finish: drawing.finish,
    addPointAtCentre: drawing.addPointAtCentre,
    /** Leaves without keeping anything. */
    cancel: leave,
    /** @param {boolean} on one finger moves the map until this is turned off */
    moveMap(on) {
      movingMap = on;
      setDragging();
      changed();
    },
    get canUndo() {
      return line.canUndo;
    },
    get canRedo() {
      return line.canRedo;
    },
    get coordinates() {
      return line.coordinates;
    },
  };
}
