// @ts-check
/**
 * @typedef {object} PlannersMark a mark as the server lists it
 * @property {number} id
 * @property {{type: string, coordinates: any}} geometry GeoJSON, WGS84
 * @property {string} category
 * @property {string} label
 * @property {Record<string, any>} answers
 * @property {string[]} texts
 * @property {{language: string, text: string}[]} translations
 * @property {string[]} choices
 * @property {string} season
 * @property {string} school
 * @property {string} class
 * @property {string} zone
 * @property {string} week
 * @property {boolean} worrying
 * @property {string[]} flags
 * @property {boolean} reviewed
 * @property {boolean} hidden
 * @property {boolean} draft
 * @property {boolean} test
 * @property {boolean} [gone] deleted here, and on its way to be deleted there
 */
/** @typedef {"hide"|"restore"|"review"|"unreview"|"delete"} Verb */
export {};
