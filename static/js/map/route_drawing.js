// @ts-check
import { metresPerPixel } from "./distance.js";
import { closeEnough } from "./minimum_zoom.js";
import { createRouteLine } from "./route_line.js";
/** @typedef {import("./types.js").Coordinate} Coordinate */
/** @typedef {import("./types.js").Pixel} Pixel */
/** @typedef {import("./modes/drawing.js").Drawing} Drawing */

const CLOSING_PIXELS = 22;

/**
 * The line, its picture and what is told about it: all that the ways of drawing act upon.
 * @param {import("./types.js").MapApp} mapApp
 * @param {import("./draw_route.js").Listeners} listeners
 * @param {{visible: boolean, show: () => void}} crosshair
 * @param {() => void} leave
 * @param {import("./shapes.js").Shape} shape
 */
export function routeDrawing(mapApp, { onChange, onFinish, onHint, onAnnounce }, crosshair, leave, shape) {
  const { map } = mapApp;
  const scale = () => metresPerPixel(map.getCenter().lat, map.getZoom());
  const line = createRouteLine(scale);
  const picture = shape.picture(mapApp);
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
    onChange?.({ points: line.coordinates.length, length, canUndo, canRedo, canFinish: shape.isEnough(line), movingMap });
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
    mayDraw(/** @type {Pixel | undefined} */ pixel = undefined) {
      const close = closeEnough(mapApp, onHint, pixel);
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
      const place = mapApp.coordinateAt(pixel);
      if (shape.endsAt(line.coordinates, place, CLOSING_PIXELS * scale())) return this.finish();
      if (line.addPoint(place)) changed("point_added");
    },
    addPointAtCentre() {
      const middle = mapApp.middle();
      if (this.mayDraw(middle)) this.addPoint(middle);
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
      const coordinates = shape.finished(line.coordinates);
      const problem = shape.problem(coordinates, line.length);
      if (problem) {
        onHint?.({ kind: problem });
        return announce(problem);
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
