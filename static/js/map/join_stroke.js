// @ts-check
import { distance } from "./distance.js";
/** @typedef {import("./types.js").Coordinate} Coordinate */

/**
 * A new stroke carries on from the line's end. Begun near the end, its first wavering points are left out, so the join is
 * seamless; begun elsewhere, a straight piece leads to it.
 * @param {Coordinate[]} line what is there already; may be empty
 * @param {Coordinate[]} stroke
 * @param {number} reach metres that count as near
 * @returns {Coordinate[]}
 */
export function joinStroke(line, stroke, reach) {
  const end = line.at(-1);
  if (!end) return stroke;
  return [...line, ...stroke.slice(leadIn(end, stroke, reach))];
}

/** @param {Coordinate} end @param {Coordinate[]} stroke @param {number} reach */
function leadIn(end, stroke, reach) {
  let nearest = -1;
  let least = Infinity;
  for (let index = 0; index < stroke.length; index += 1) {
    const away = distance(end, stroke[index]);
    if (away > reach) break;
    if (away < least) [nearest, least] = [index, away];
  }
  return nearest + 1;
}
