// @ts-check
// The middle of a position's H3 cell of resolution 10, and nothing else of H3. Five of the icosahedron's faces
// meet off the coast of Trøndelag; every place nearest to one of them is covered, so all of Europe is.
/** @typedef {import("./local_metres.js").Position} Position */
/** @typedef {[number, number, number]} Vector */

/** Middles of the five faces: latitude and longitude in radians. */
const FACES = [
  [0.803582649718989942, 1.248397419617396099],
  [1.307747883455638156, 2.536945009877921159],
  [1.054751253523952054, -1.347517358900396623],
  [0.600191595538186799, -0.450603909469755746],
  [0.491715428198773866, 0.401988202911306943],
];
const CELLS_TO_A_UNIT = 7 ** 5 / 0.38196601125010500003;
const ROW_HEIGHT = Math.sqrt(3) / 2;

const FRAMES = frames();

/**
 * @param {Position} position
 * @returns {Position}
 */
export function cellMiddle([lon, lat]) {
  const point = vector((lat * Math.PI) / 180, (lon * Math.PI) / 180);
  const frame = FRAMES.reduce((best, next) => (dot(next.middle, point) > dot(best.middle, point) ? next : best));
  const depth = dot(point, frame.middle);
  const [x, y] = nearestOfGrid(
    (dot(point, frame.east) / depth) * CELLS_TO_A_UNIT,
    (dot(point, frame.north) / depth) * CELLS_TO_A_UNIT,
  );
  const middle = sum(frame.middle, scaled(frame.east, x / CELLS_TO_A_UNIT), scaled(frame.north, y / CELLS_TO_A_UNIT));
  return [
    (Math.atan2(middle[1], middle[0]) * 180) / Math.PI,
    (Math.asin(middle[2] / Math.hypot(...middle)) * 180) / Math.PI,
  ];
}

/**
 * The nearest middle of a grid of hexagons one unit apart, with one middle at 0, 0.
 * @param {number} x
 * @param {number} y
 * @returns {[number, number]}
 */
function nearestOfGrid(x, y) {
  const below = Math.floor(y / ROW_HEIGHT);
  const [lower, upper] = [below, below + 1].map((row) => {
    const middle = Math.round(x + row / 2) - row / 2;
    return { x: middle, y: row * ROW_HEIGHT, away: Math.hypot(middle - x, row * ROW_HEIGHT - y) };
  });
  return lower.away <= upper.away ? [lower.x, lower.y] : [upper.x, upper.y];
}

/** Each face with its own axes: `east` points to the corner where the five faces meet. */
function frames() {
  const middles = FACES.map(([lat, lon]) => vector(lat, lon));
  const corner = unit(sum(...middles));
  return middles.map((middle) => {
    const east = unit(sum(corner, scaled(middle, -dot(corner, middle))));
    return { middle, east, north: cross(middle, east) };
  });
}

/**
 * @param {number} lat in radians
 * @param {number} lon in radians
 * @returns {Vector}
 */
function vector(lat, lon) {
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}

/** @param {Vector} a @param {Vector} b */
function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** @param {Vector} a @param {Vector} b @returns {Vector} */
function cross(a, b) {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** @param {Vector} a @param {number} factor @returns {Vector} */
function scaled(a, factor) {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

/** @param {Vector} a @returns {Vector} */
function unit(a) {
  return scaled(a, 1 / Math.hypot(...a));
}

/** @param {...Vector} vectors @returns {Vector} */
function sum(...vectors) {
  return vectors.reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
}
