// @ts-check
// How each way of travel looks, in pixels of dash and gap; the ends are round. A new way is a line here.
const DASHES = /** @type {Record<string, string>} */ ({
  walk: "0.1 10",
  cycle: "11 10",
  scooter: "15 9 0.1 9",
  bus: "28 11",
  car: "",
});

const WIDTH = 6;
const CASING = 11;

/** @param {string | undefined} mode the code of the way of travel */
export function dashOf(mode) {
  return DASHES[mode ?? ""] ?? "";
}

/**
 * @param {string} colour
 * @param {string | undefined} mode
 */
export function routeStyle(colour, mode) {
  return { color: colour, weight: WIDTH, dashArray: dashOf(mode) || undefined, lineCap: /** @type {const} */ ("round"), lineJoin: /** @type {const} */ ("round") };
}

export const casingStyle = { color: "#fff", weight: CASING, opacity: 0.95, lineCap: /** @type {const} */ ("round"), lineJoin: /** @type {const} */ ("round") };
