// @ts-check
// What a survey's page carries for its maps, as participation/responses/answering/map_data.py makes it.

/**
 * @typedef {[number, number][][][]} Outlines coordinates of a GeoJSON MultiPolygon, WGS84
 * @typedef {Omit<import("../../map/types.js").MapData, "min_zoom_to_draw">} FirstView
 * @typedef {{view: FirstView, area: Outlines|null, reach: Outlines|null, home: number[], places: import("../../map/find_place.js").Place[],
 *   layers: Record<string, {name: string, outline: Outlines}[]>, density: number|null}} SurveyMap
 *   `home`: west, south, east, north of what is seen first; `area`: the project's, where a question keeps to it; `reach`: what a mark must touch
 * @typedef {{keep: "inside"|"outside", area: "project"|{coordinates: [number, number][][]}}} Boundary
 * @typedef {import("../types.js").Question & {layers?: string[], boundary?: Boundary}} MapQuestion
 * @typedef {import("../../modules/response_state.js").Mark} Mark
 * @typedef {import("../../modules/response_state.js").Draft} Draft
 */

export {};
