// @ts-check
/** @typedef {import("./types.js").Coordinate} Coordinate */

const METRES_PER_DEGREE = 111_320;
const EQUATOR = 40_075_016.686;
const TILE = 256;

/**
 * How many metres one CSS pixel covers on a web map.
 * @param {number} latitude degrees
 * @param {number} zoom
 */
export function metresPerPixel(latitude, zoom) {
  return (EQUATOR * Math.cos((latitude * Math.PI) / 180)) / (TILE * 2 ** zoom);
}

/**
 * A flat view in metres around a place; good to a part in a thousand within 20 km.
 * @param {Coordinate} origin
 */
export function localPlane([lon0, lat0]) {
  const perLongitude = METRES_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  return {
    /** @param {Coordinate} coordinate */
    toMetres: ([lon, lat]) => ({ x: (lon - lon0) * perLongitude, y: (lat - lat0) * METRES_PER_DEGREE }),
    /** @param {{x: number, y: number}} point @returns {Coordinate} */
    toCoordinate: ({ x, y }) => [lon0 + x / perLongitude, lat0 + y / METRES_PER_DEGREE],
  };
}

/**
 * Metres between two places.
 * @param {Coordinate} a
 * @param {Coordinate} b
 */
export function distance(a, b) {
  const perLongitude = METRES_PER_DEGREE * Math.cos(((a[1] + b[1]) * Math.PI) / 360);
  return Math.hypot((b[0] - a[0]) * perLongitude, (b[1] - a[1]) * METRES_PER_DEGREE);
}

/**
 * Metres along a line.
 * @param {Coordinate[]} coordinates
 */
export function lengthOf(coordinates) {
  return coordinates.slice(1).reduce((sum, coordinate, index) => sum + distance(coordinates[index], coordinate), 0);
}
