// @ts-check
// What edits each kind of setting of a question type. To add one: its module, and a line here under the name that surveys/editing/settings.py gives it.
import { calculation } from "./calculation.js";
import { categories, followups } from "./categories.js";
import { choices } from "./choices.js";
import { picture } from "./picture.js";
import { boundary, day, flag, kept, layers, longText, moment, number, oneOf, plain, text, wholeNumber } from "./simple.js";

/** @type {Record<string, import("./types.js").Editor>} */
export const EDITORS = {
  text,
  long_text: longText,
  flag,
  whole_number: wholeNumber,
  number,
  day,
  moment,
  one_of: oneOf,
  plain,
  kept,
  picture,
  layers,
  boundary,
  calculation,
  choices,
  categories,
  followups,
};
