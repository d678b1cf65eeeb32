// @ts-check
import { createEdgePan } from "../edge_pan.js";
import { pixelOf } from "./pixel_of.js";
/** @typedef {import("./drawing.js").Drawing} Drawing */

// A pointer on its way to a button crosses the edge too: only one that rests there moves the map.
const EDGE_WAIT = 250;

/**
 * Mouse and trackpad without a button held: a band stretches from the line's end to the pointer; a double click ends the line.
 * @param {Drawing} drawing
 * @returns {() => void} stops it
 */
export function hover(drawing) {
  const { mapApp } = drawing;
  const { element } = mapApp;
  const edge = createEdgePan(mapApp, (pixel) => drawing.pointAt(pixel));
  let lastType = "";

  function onMove(/** @type {PointerEvent} */ event) {
    if (event.pointerType !== "mouse") return;
    if (event.buttons || drawing.movingMap || !mapApp.isGround(event)) return leave();
    const pixel = pixelOf(element, event);
    drawing.pointAt(pixel);
    if (drawing.started) edge.follow(pixel, EDGE_WAIT);
  }
  function leave() {
    edge.stop();
    drawing.pointAt(null);
  }
  function onDoubleClick(/** @type {MouseEvent} */ event) {
    if (lastType === "mouse" && mapApp.isGround(event) && !drawing.movingMap) drawing.finish();
  }

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerleave", leave, { signal });
  element.addEventListener("pointerdown", (event) => (lastType = event.pointerType), { signal });
  element.addEventListener("dblclick", onDoubleClick, { signal });
  return () => {
    edge.stop();
    stop.abort();
  };
}
