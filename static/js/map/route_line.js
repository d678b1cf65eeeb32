// @ts-check
import { distance, lengthOf } from "./distance.js";
import { createHistory } from "./history.js";
import { joinStroke } from "./join_stroke.js";
import { tidyStroke, toleranceFor } from "./simplify_line.js";
/** @typedef {import("./types.js").Coordinate} Coordinate */

const REACH_PIXELS = 32;
const SAME_PLACE_PIXELS = 4;
// A long stroke is tidied as it grows, so that each frame has only its tail to draw.
const TAIL = 240;
const TAIL_KEPT = 60;

/**
 * The line being drawn: what is settled, with undo and redo, and the stroke under the finger.
 * @param {() => number} metresPerPixel where the map is now
 */
export function createRouteLine(metresPerPixel) {
  const history = createHistory(/** @type {Coordinate[]} */ ([]));
  let tidied = /** @type {Coordinate[]} */ ([]);
  let tail = /** @type {Coordinate[]} */ ([]);

  const near = (/** @type {number} */ pixels) => pixels * metresPerPixel();
  const tidy = (/** @type {Coordinate[]} */ stroke) => tidyStroke(stroke, toleranceFor(metresPerPixel()));

  function joined(/** @type {Coordinate[]} */ stroke) {
    return joinStroke(history.current, stroke, near(REACH_PIXELS));
  }

  return {
    get coordinates() {
      return history.current;
    },
    get shown() {
      return tail.length ? joined([...tidied, ...tail]) : history.current;
    },
    get length() {
      return lengthOf(history.current);
    },
    get canUndo() {
      return history.canUndo;
    },
    get canRedo() {
      return history.canRedo;
    },
    undo: history.undo,
    redo: history.redo,
    clear() {
      if (history.current.length) history.push([]);
    },
    /** @param {Coordinate} coordinate @returns {boolean} false when the line ends there already */
    addPoint(coordinate) {
      const end = history.current.at(-1);
      if (end && distance(end, coordinate) < near(SAME_PLACE_PIXELS)) return false;
      history.push([...history.current, coordinate]);
      return true;
    },
    /** @param {Coordinate} coordinate */
    addToStroke(coordinate) {
      tail.push(coordinate);
      if (tail.length < TAIL) return;
      const settled = tail.splice(0, TAIL - TAIL_KEPT);
      tidied.push(...tidy([...settled, tail[0]]).slice(0, -1));
    },
    endStroke() {
      const stroke = [...tidied, ...tidy(tail)];
      const longer = joined(stroke);
      this.discardStroke();
      if (longer.length > history.current.length) history.push(longer);
    },
    discardStroke() {
      tidied = [];
      tail = [];
    },
  };
}
