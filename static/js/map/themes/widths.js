// @ts-check
// Widths that grow with the zoom.

/**
 * A width in pixels between the given zooms, straight lines between them on a doubling scale.
 * @param {[number, number][]} stops zoom and pixels, in order
 * @returns {(zoom: number) => number}
 */
export function growing(stops) {
  return (zoom) => {
    const after = stops.findIndex(([at]) => at >= zoom);
    if (after === 0) return stops[0][1];
    if (after < 0) return stops[stops.length - 1][1];
    const [[z0, w0], [z1, w1]] = [stops[after - 1], stops[after]];
    return w0 * (w1 / w0) ** ((zoom - z0) / (z1 - z0));
  };
}

/** Another width plus a rim on both sides. @param {(zoom: number) => number} width @param {number} rim */
export function rimmed(width, rim) {
  return (/** @type {number} */ zoom) => width(zoom) + 2 * rim;
}
