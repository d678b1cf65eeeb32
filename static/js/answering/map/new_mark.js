// @ts-check

/**
 * A mark as it is kept on the device.
 * @param {import("./map_answer.js").MapAnswer} answer @param {import("../types.js").Category} category
 * @param {{type: string, coordinates: any}} geometry @param {{home_cut?: boolean}} [home] of a road of which the home end is asked about
 */
export function newMark({ question }, category, geometry, home = {}) {
  return { question: question.variable, category: /** @type {any} */ (category.code || null), geometry, answers: {}, ...home };
}
