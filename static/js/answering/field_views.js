// @ts-check
// Which view a question answered in fields gets, on the page and about a mark. To add one: its type, and its class.
import { PhotoView } from "./photo_view.js";
import { QuestionView } from "./question_view.js";

/** @type {Record<string, typeof QuestionView>} */
const VIEWS = { photo: PhotoView };

/** @param {string} type @returns {typeof QuestionView} */
export const fieldView = (type) => VIEWS[type] || QuestionView;
