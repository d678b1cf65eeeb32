// @ts-check
/** @typedef {import("./types.js").Mark} Mark */

/** Several feelings about one place share a number and a point. @param {Mark} mark */
export function groupKey(mark) {
  const together = mark.answers?.together;
  return together === undefined || together === null || together === "" ? `mark ${mark.id}` : `place ${together} ${mark.geometry.coordinates}`;
}

/**
 * @param {Mark[]} marks points only
 * @returns {Map<string, Mark[]>} in the order they came
 */
export function groupPlaces(marks) {
  const groups = new Map();
  for (const mark of marks) {
    const key = groupKey(mark);
    groups.set(key, [...(groups.get(key) ?? []), mark]);
  }
  return groups;
}
