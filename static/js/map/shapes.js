// @ts-check
// What can be drawn with a line: the line itself, or what it goes around.
import { distance } from "./distance.js";
import { createLiveLine } from "./live_line.js";
import { createLiveOutline } from "./live_outline.js";
import { finishedOutline, problemWith } from "./outline.js";
import { finishedLine } from "./simplify_line.js";
/** @typedef {import("./types.js").Coordinate} Coordinate */

/**
 * @typedef {object} Shape
 * @property {(mapApp: import("./types.js").MapApp) => {show: (coordinates: Coordinate[], pointer: Coordinate|null) => void, remove: () => void}} picture
 * @property {(line: {coordinates: Coordinate[], length: number}) => boolean} isEnough for Done
 * @property {(drawn: Coordinate[]) => Coordinate[]} finished as it is handed in
 * @property {(finished: Coordinate[], length: number) => "too_short"|"too_small"|"crossing"|"outside"|"beyond"|"left_out"|null} problem why it cannot be handed in
 * @property {(drawn: Coordinate[], next: Coordinate, reach: number) => boolean} endsAt whether a press there ends it; `reach` in metres
 */

const SHORTEST = 5;

/** @type {Shape} */
export const ROUTE = {
  picture: createLiveLine,
  isEnough: ({ length }) => length >= SHORTEST,
  finished: (drawn) => finishedLine(drawn),
  problem: (finished, length) => (finished.length < 2 || length < SHORTEST ? "too_short" : null),
  endsAt: () => false,
};

/** An area closes itself; a press where it began ends it. @type {Shape} */
export const AREA = {
  picture: createLiveOutline,
  isEnough: ({ coordinates }) => coordinates.length > 2,
  finished: finishedOutline,
  problem: problemWith,
  endsAt: (drawn, next, reach) => drawn.length > 2 && distance(drawn[0], next) < reach,
};
