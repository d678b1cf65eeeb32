// @ts-check
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { answersOf, field } from "./fields.js";

const TEXT_TYPES = ["short_text", "long_text"];

/**
 * How one goes here, and when; what is written lies folded away.
 * @param {import("./sticker_fields.js").Say} say @param {import("./questionnaire.js").Question} question @param {Record<string, any>} answers
 * @returns {{content: (HTMLElement|false)[], read: () => Record<string, any>}}
 */
export function routeFields(say, question, answers) {
  const followups = (question.followups || []).filter((followup) => followup.type !== "hidden");
  const fields = followups.map((followup) => /** @type {const} */ ([followup, field(followup, answers[followup.variable], say)]));
  const elements = (/** @type {boolean} */ text) => fields.filter(([followup]) => TEXT_TYPES.includes(followup.type) === text).map(([, each]) => each.element);
  const written = elements(true);
  return {
    content: [...elements(false), written.length > 0 && element("details", { class: "more" }, element("summary", {}, t("More")), ...written)],
    read: () => answersOf(fields.map(([followup, each]) => [followup.variable, each])),
  };
}
