// @ts-check
// What the answer to a question of each type is in conditions: as `value_kind` of the server's question types.

/** @type {Record<string, import("./values.js").Kind>} */
export const VALUE_KINDS = {
  single_choice: "code",
  multiple_choice: "codes",
  scale: "step",
  smiley_scale: "step",
  matrix: "unknown",
  ranking: "codes",
  short_text: "text",
  long_text: "text",
  whole_number: "number",
  decimal: "number",
  slider: "number",
  date: "date",
  date_time: "date_time",
  time: "time",
  photo: "unknown",
  route: "number",
  place: "number",
  area: "number",
  information: "unknown",
  consent: "boolean",
  calculated: "unknown",
  hidden: "text",
};

export const MAP_TYPES = ["route", "place", "area"];
export const UNSEEN_TYPES = ["calculated", "hidden"];
