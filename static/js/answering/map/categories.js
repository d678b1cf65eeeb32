// @ts-check
/** @typedef {import("../types.js").Category} Category */

/** A question without categories has one look. @param {import("./types.js").MapQuestion} question @returns {Category[]} */
export function categoriesOf({ categories, type }) {
  return categories?.length ? categories : [{ code: "", label: {}, symbol: "circle", colour: "#0b4a6f", icon: type === "place" ? undefined : "pencil" }];
}
