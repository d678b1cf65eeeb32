// @ts-check
import { nearestPlace } from "../../map/find_place.js";
import { placeInside } from "../../map/outline.js";
import { t } from "../../modules/texts.js";

const AT = 150;

/**
 * Where a mark is, in words: at or near the nearest place that has a name.
 * @param {{type: string, coordinates: any}} geometry @param {import("../../map/find_place.js").Place[]} places @returns {string} "" without places
 */
export function whereabouts(geometry, places) {
  const nearest = nearestPlace(middleOf(geometry), places);
  if (!nearest) return "";
  const { place, metres } = nearest;
  const name = apart(place.name);
  if (metres < AT) return t("at {place}", { place: name });
  const away = apart(metres < 1000 ? `${Math.round(metres / 50) * 50} m` : `${Math.round(metres / 1000)} km`);
  return t("{away} from {place}", { away, place: name });
}

/** A text that keeps its own direction within one that runs the other way. @param {string} text */
const apart = (text) => `\u2068${text}\u2069`;

/** @param {{type: string, coordinates: any}} geometry @returns {[number, number]} */
function middleOf({ type, coordinates }) {
  if (type === "Point") return coordinates;
  return type === "Polygon" ? placeInside(coordinates[0]) : coordinates[Math.floor(coordinates.length / 2)];
}
