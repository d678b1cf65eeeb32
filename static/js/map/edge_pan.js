// @ts-check
import { point } from "./leaflet.js";
import { edgeVelocity } from "./edge_velocity.js";
/** @typedef {import("./types.js").MapApp} MapApp */
/** @typedef {import("./types.js").Pixel} Pixel */

// Tiles and lines are brought up to date this often on a long pan: each time costs, so not at every frame.
const REFRESH = 400;
const LONGEST_FRAME = 50;

/** @param {import("leaflet").Map} map @param {Pixel} step the part of it that stays within the map's bounds */
function allowed(map, step) {
  const limits = map.options.maxBounds;
  if (!limits) return step;
  const { min, max } = /** @type {Required<import("leaflet").Bounds>} */ (map.getPixelBounds());
  const [northWest, southEast] = [map.project(/** @type {any} */ (limits).getNorthWest()), map.project(/** @type {any} */ (limits).getSouthEast())];
  const clamp = (/** @type {number} */ value, /** @type {number} */ low, /** @type {number} */ high) => (low > high ? 0 : Math.min(high, Math.max(low, value)));
  return {
    x: clamp(step.x, Math.min(0, northWest.x - min.x), Math.max(0, southEast.x - max.x)),
    y: clamp(step.y, Math.min(0, northWest.y - min.y), Math.max(0, southEast.y - max.y)),
  };
}

/**
 * Moves the map while a finger or pointer is held near its edge.
 * @param {MapApp} mapApp
 * @param {(pixel: Pixel) => void} onPan called after each step, with where the pointer is
 */
export function createEdgePan(mapApp, onPan) {
  const { map } = mapApp;
  let pointer = /** @type {Pixel | null} */ (null);
  let frame = 0;
  let last = 0;
  let refreshed = 0;
  let startsAt = 0;
  let moved = false;

  function step(/** @type {number} */ now) {
    frame = 0;
    const at = pointer;
    if (!at) return;
    const speed = edgeVelocity(at, map.getSize(), mapApp.insets);
    if (!speed.x && !speed.y) return pause();
    const seconds = Math.min(LONGEST_FRAME, now - last) / 1000;
    last = now;
    if (now >= startsAt) pan(allowed(map, { x: speed.x * seconds, y: speed.y * seconds }), at, now);
    frame = requestAnimationFrame(step);
  }

  function pan(/** @type {Pixel} */ { x, y }, /** @type {Pixel} */ at, /** @type {number} */ now) {
    const offset = point(x, y).round();
    if (!offset.x && !offset.y) return;
    if (!moved) map.fire("movestart");
    moved = true;
    /** @type {any} */ (map)._rawPanBy(offset);
    map.fire("move");
    if (now - refreshed > REFRESH) {
      refreshed = now;
      map.fire("moveend");
    }
    onPan(at);
  }

  function pause() {
    if (moved) map.fire("moveend");
    moved = false;
  }

  return {
    /** @param {Pixel} pixel @param {number} [wait] milliseconds near the edge before the map starts to move */
    follow(pixel, wait = 0) {
      const speed = edgeVelocity(pixel, map.getSize(), mapApp.insets);
      const wasNear = frame !== 0;
      pointer = pixel;
      if (!speed.x && !speed.y) return;
      if (wasNear) return;
      last = performance.now();
      startsAt = last + wait;
      refreshed = last;
      frame = requestAnimationFrame(step);
    },
    stop() {
      pointer = null;
      cancelAnimationFrame(frame);
      frame = 0;
      pause();
    },
  };
}
