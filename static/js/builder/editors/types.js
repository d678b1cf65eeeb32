// @ts-check
/**
 * @typedef {object} Edited what an editor works on
 * @property {import("../builder.js").Builder} builder
 * @property {import("../draft.js").Draft} draft
 * @property {any} part of the document: a question, a category, a page
 * @property {string} path its place in the document
 * @property {(edit: (part: any) => void, typing?: string) => void} change changes the part as it is by then
 */
/** @typedef {(edited: Edited, setting: import("../types.js").Setting) => HTMLElement|null} Editor */
export {};
