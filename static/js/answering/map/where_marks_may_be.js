// @ts-check
// Whether a mark may be where it was put: seen at once, and as surveys/boundary.py and participation/responses/geography.py
// see it, which have the last word.
import { covers, meets } from "../../map/inside.js";

/** @typedef {import("./types.js").MapQuestion} MapQuestion */
/** @typedef {{type: string, coordinates: any}} Geometry */

/**
 * @param {MapQuestion} question @param {import("./types.js").SurveyMap} data
 * @returns {(geometry: Geometry) => "outside"|"beyond"|"left_out"|null} why not; null where it may
 */
export function whereMarksMayBe({ boundary }, data) {
  const area = boundary ? outlineOf(boundary, data) : null;
  return (geometry) => {
    if (data.reach && !meets(data.reach, geometry)) return "outside";
    if (area && boundary?.keep === "inside" && !covers(area, geometry)) return "beyond";
    return area && boundary?.keep === "outside" && meets(area, geometry) ? "left_out" : null;
  };
}

/** @param {import("./types.js").Boundary} boundary @param {import("./types.js").SurveyMap} data @returns {import("./types.js").Outlines|null} */
export const outlineOf = ({ area }, data) => (area === "project" ? data.area : [area.coordinates]);
