// @ts-check
// Whether what was drawn lies within outlines, or touches them. Degrees as a plane, as on the server.
/** @typedef {[number, number]} Coordinate */
/** @typedef {Coordinate[][][]} Outlines coordinates of a GeoJSON MultiPolygon */
/** @typedef {{type: string, coordinates: any}} Geometry a Point, a LineString, or a Polygon, of which the outer ring counts */

/** Whether all of it lies within. @param {Outlines} outlines @param {Geometry} geometry */
export function covers(outlines, geometry) {
  const path = pathOf(geometry);
  if (!path.every((place) => isWithin(outlines, place)) || crosses(outlines, path)) return false;
  return geometry.type !== "Polygon" || !edges(outlines).some(([corner]) => isInRing(path, corner) && !isOnPath(path, corner));
}

/** Whether any of it lies within. @param {Outlines} outlines @param {Geometry} geometry */
export function meets(outlines, geometry) {
  const path = pathOf(geometry);
  if (path.some((place) => isWithin(outlines, place)) || crosses(outlines, path)) return true;
  return geometry.type === "Polygon" && edges(outlines).some(([corner]) => isInRing(path, corner));
}

/** @param {Geometry} geometry @returns {Coordinate[]} */
function pathOf({ type, coordinates }) {
  return type === "Point" ? [coordinates] : type === "Polygon" ? coordinates[0] : coordinates;
}

/** @param {Outlines} outlines @param {Coordinate} place */
const isWithin = (outlines, place) => outlines.some(([outer, ...holes]) => isInRing(outer, place) && !holes.some((hole) => isInRing(hole, place)));

/** @param {Outlines} outlines @returns {[Coordinate, Coordinate][]} */
const edges = (outlines) => outlines.flat().flatMap((ring) => ring.slice(1).map((to, index) => /** @type {[Coordinate, Coordinate]} */ ([ring[index], to])));

/** Whether the path goes from one side of an edge to the other. @param {Outlines} outlines @param {Coordinate[]} path */
function crosses(outlines, path) {
  const all = edges(outlines);
  return path.slice(1).some((to, index) => all.some(([a, b]) => side(path[index], to, a) * side(path[index], to, b) < 0 && side(a, b, path[index]) * side(a, b, to) < 0));
}

/** @param {Coordinate[]} ring closed @param {Coordinate} place */
function isInRing(ring, [x, y]) {
  return ring.slice(1).reduce((inside, [x2, y2], index) => {
    const [x1, y1] = ring[index];
    const cuts = y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
    return cuts ? !inside : inside;
  }, false);
}

/** @param {Coordinate[]} path @param {Coordinate} place */
const isOnPath = (path, place) => path.some(([x, y]) => x === place[0] && y === place[1]);

/** Above 0 left of the way from a to b, 0 on it. @param {Coordinate} a @param {Coordinate} b @param {Coordinate} c */
const side = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
