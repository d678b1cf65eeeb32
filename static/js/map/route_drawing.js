// @ts-check
import { metresPerPixel } from "./distance.js";
import { createLiveLine } from "./live_line.js";
import { closeEnough } from "./minimum_zoom.js";
import { createRouteLine } from "./route_line.js";
import { finishedLine } from "./simplify_line.js";
/** @typedef {import("./types.js").Coordinate} Coordinate */
/** @typedef {import("./types.js").Pixel} Pixel */
/** @typedef {import("./modes/drawing.js").Drawing} Drawing */

const SHORTEST = 5;

/**
 * The line, its picture and what is told about it: all that the ways of drawing act upon.
 * @param {import("./types.js").MapApp} mapApp
 * @param {import("./draw_route.js").Listeners} listeners
 * @param {{visible: boolean, show: () => void}} crosshair
 * @param {() => void} leave
 */
export function routeDrawing(mapApp, { onChange, onFinish, onHint, onAnnounce }, crosshair, leave) {
  const { map } = mapApp;
  const line = createRouteLine(() => metresPerPixel(map.getCenter().lat, map.getZoom()));
  const picture = createLiveLine(mapApp);
  let pointer = /** @type {Coordinate | null} */ (null);
  let movingMap = false;
  let liftedBefore = false;
  let frame = 0;

  function redraw() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      picture.show(line.shown, pointer);
    });
  }
  // While a finger draws, the page may let its words give way to the line.
  function endStroke() {
    mapApp.element.classList.remove("map--stroke");
  }
  function announce(/** @type {import("./types.js").Announcement["kind"]} */ kind) {
    onAnnounce?.({ kind, points: line.coordinates.length, length: line.length });
  }
  function changed(/** @type {import("./types.js").Announcement["kind"] | undefined} */ kind = undefined) {
    redraw();
    const { canUndo, canRedo, length } = line;
    onChange?.({ points: line.coordinates.length, length, canUndo, canRedo, canFinish: length >= SHORTEST, movingMap });
    if (kind) announce(kind);
  }

  return {
    mapApp,
    get movingMap() {
      return movingMap;
    },
    set movingMap(on) {
      movingMap = on;
      changed();
    },
    get started() {
      return line.coordinates.length > 0;
    },
    get crosshairVisible() {
      return crosshair.visible;
    },
    get line() {
      return line;
    },
    showCrosshair: () => crosshair.show(),
    mayDraw() {
      const close = closeEnough(mapApp, onHint);
      if (!close) announce("zoom_in");
      return close;
    },
    extend(/** @type {Pixel[]} */ pixels) {
      for (const pixel of pixels) line.addToStroke(mapApp.coordinateAt(pixel));
      pointer = null;
      mapApp.element.classList.add("map--stroke");
      redraw();
    },
    lift() {
      endStroke();
      line.endStroke();
      changed("stroke_added");
      if (!liftedBefore) onHint?.({ kind: "continue" });
      liftedBefore = true;
    },
    discard() {
      endStroke();
      line.discardStroke();
      redraw();
    },
    addPoint(/** @type {Pixel} */ pixel) {
      if (line.addPoint(mapApp.coordinateAt(pixel))) changed("point_added");
    },
    addPointAtCentre() {
      if (this.mayDraw()) this.addPoint(mapApp.middle());
    },
    pointAt(/** @type {Pixel | null} */ pixel) {
      pointer = pixel && mapApp.coordinateAt(pixel);
      if (line.coordinates.length) redraw();
    },
    undo() {
      if (line.undo()) changed("undone");
    },
    redo() {
      if (line.redo()) changed("redone");
    },
    clear() {
      if (!line.coordinates.length) return;
      line.clear();
      changed("cleared");
      onHint?.({ kind: "cleared" });
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
    begin: () => changed("ready"),
    remove() {
      endStroke();
      cancelAnimationFrame(frame);
      picture.remove();
    },
  };
}
