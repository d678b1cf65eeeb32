// @ts-check
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { symbol } from "../map/symbols.js";
import { answersOf, field, toggle } from "./fields.js";

/**
 * @typedef {import("./questionnaire.js").Category} Category
 * @typedef {import("./questionnaire.js").Question} Question
 * @typedef {import("./fields.js").Field} Field
 * @typedef {{category: string, answers: Record<string, any>}} Feeling
 * @typedef {(texts: Record<string, string>|undefined) => string} Say
 */

const ALWAYS_SEEN = 8;

/**
 * What one feels about a place, why, and what is asked whatever it is.
 * @param {Say} say @param {Question} question @param {Feeling[]} feelings @returns {{content: HTMLElement[], read: () => Feeling[]}}
 */
export function stickerFields(say, question, feelings) {
  const about = feelings[0]?.answers || {};
  const common = (question.followups || []).filter((followup) => followup.type !== "hidden");
  const commonFields = common.map((followup) => /** @type {[string, Field]} */ ([followup.variable, field(followup, about[followup.variable], say)]));
  const sections = (question.categories || []).map((category) => section(say, category, feelings.find((feeling) => feeling.category === category.code)));
  const filled = commonFields.some(([, each]) => each.value() !== null);
  const content = [
    element("div", { class: "feelings", role: "group", "aria-label": t("How is it here?") }, ...sections.map((each) => each.toggle)),
    ...sections.map((each) => each.element),
    element("details", { class: "more", open: filled }, element("summary", {}, t("More")), ...commonFields.map(([, each]) => each.element)),
  ];
  const read = () => {
    const shared = answersOf(commonFields);
    return sections.filter((each) => each.on).map((each) => ({ category: each.category.code, answers: { ...each.answers(), ...shared } }));
  };
  return { content, read };
}

/** @param {Say} say @param {Category} category @param {Feeling|undefined} feeling */
function section(say, category, feeling) {
  const fields = (category.followups || []).map((followup) => {
    const prompt = category.prompt || followup.label;
    return /** @type {[string, Field]} */ ([followup.variable, field({ ...followup, label: prompt }, feeling?.answers[followup.variable], say)]);
  });
  const box = element("div", { class: "why", "data-category": category.code, hidden: !feeling }, ...fields.map(([, each]) => each.element));
  const many = (category.followups || []).some((followup) => (followup.choices || []).length > ALWAYS_SEEN);
  box.classList.toggle("why--many", many);
  const made = {
    category,
    element: box,
    on: Boolean(feeling),
    answers: () => answersOf(fields),
    toggle: toggle(say(category.label), Boolean(feeling), (on) => {
      made.on = on;
      box.hidden = !on;
    }, symbol(category)),
  };
  return made;
}
