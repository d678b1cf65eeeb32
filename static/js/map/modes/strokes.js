// @ts-check
import { createEdgePan } from "../edge_pan.js";
import { pixelOf } from "./pixel_of.js";
import { createPress } from "./press.js";
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./press.js").Pointer} Pointer */

// A finger that only passes the edge, or begins there, does not set the map going.
const EDGE_WAIT = 150;

/**
 * Finger, pen or held mouse button: a stroke draws freehand, a tap or click adds a straight piece, two fingers move the map.
 * @param {Drawing} drawing
 * @returns {() => void} stops it
 */
export function strokes(drawing) {
  const { mapApp } = drawing;
  const { element } = mapApp;
  let refused = false;

  const edge = createEdgePan(mapApp, (pixel) => drawing.extend([pixel]));
  const press = createPress({
    stroke(points) {
      if (refused || !drawing.mayDraw()) {
        refused = true;
        return;
      }
      drawing.extend(points);
      edge.follow(points[points.length - 1], EDGE_WAIT);
    },
    lift() {
      edge.stop();
      if (!refused) drawing.lift();
      refused = false;
    },
    discard() {
      edge.stop();
      refused = false;
      drawing.discard();
    },
    tap(point) {
      if (drawing.mayDraw(point)) drawing.addPoint(point);
    },
  });

  /** @param {PointerEvent} event @returns {Pointer} */
  function pointer(event) {
    return { id: event.pointerId, type: event.pointerType, primary: event.isPrimary, time: event.timeStamp, ...pixelOf(element, event) };
  }
  function onDown(/** @type {PointerEvent} */ event) {
    if (event.button !== 0 || drawing.movingMap || !mapApp.isGround(event)) return;
    if (event.pointerType !== "touch") element.setPointerCapture(event.pointerId);
    press.down(pointer(event));
  }
  function onMove(/** @type {PointerEvent} */ event) {
    const events = event.getCoalescedEvents?.() ?? [];
    for (const part of events.length ? events : [event]) press.move(pointer(part));
  }
  const onUp = (/** @type {PointerEvent} */ event) => press.up(pointer(event));
  // A line that ends in a flick is a fling to the browser, and it takes the next tap, on Done or in the sheet, for its end.
  const noFling = (/** @type {TouchEvent} */ event) => event.cancelable && mapApp.isGround(event) && event.preventDefault();
  const onCancel = (/** @type {PointerEvent} */ event) => press.up(pointer(event), true);

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener("pointerdown", onDown, { signal });
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerup", onUp, { signal });
  element.addEventListener("pointercancel", onCancel, { signal });
  element.addEventListener("touchmove", noFling, { signal, passive: false });
  element.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  return () => {
    edge.stop();
    stop.abort();
  };
}
