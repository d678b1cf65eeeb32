// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { answerText, textIn } from "../surveys/piping.js";
import { rowsOf } from "../surveys/question_parts.js";
import { writer } from "./writer.js";

/** @typedef {import("./survey_view.js").SurveyView} SurveyView */

/**
 * *See my answers*: each that was given, in words, by the pages of the questionnaire.
 * @param {HTMLElement} card @param {SurveyView} view @param {((page: import("./survey_view.js").PageView) => void)|null} change goes to a page; null where nothing can be changed any more
 */
export function showAnswers(card, view, change) {
  const pages = view.shownPages.flatMap((page) => {
    const told = page.views.flatMap((each) => inWords(each, view));
    const title = page.section.querySelector("h1")?.textContent || "";
    if (!told.length && !change) return [];
    return element(
      "section",
      { class: "answered__page" },
      element("h2", { class: "ds-heading", "data-size": "xs" }, title),
      told.length ? element("dl", { class: "answered__list" }, ...told.map(([asked, answer]) => element("div", {}, element("dt", {}, asked), element("dd", {}, answer)))) : element("p", { class: "answered__none" }, t("Not answered")),
      change && element("button", { type: "button", class: "linklike", "aria-label": t("Change: {page}", { page: title }), onclick: () => change(page) }, t("Change")),
    );
  });
  /** @type {HTMLElement} */ (card.querySelector("[data-answered]")).replaceChildren(...pages);
}

/** @param {import("./question_view.js").QuestionView} each @param {SurveyView} view @returns {[string, string][]} question and answer, rows each by itself */
function inWords(each, view) {
  const { question, place } = each;
  const { language } = view.data;
  const answers = view.flow.walk.answers;
  if (place.hidden) return [];
  const label = labelOf(place);
  const write = writer(language);
  const own = each.inWords();
  if (own) return own.map((words) => [label, words]);
  if (question.rows)
    return rowsOf(question, answers[question.variable]).flatMap((row) => {
      const words = answerText(row.question, row.answer, language, write);
      return words ? [[`${label} – ${textIn(row.question.label || {}, language)}`, words]] : [];
    });
  const answer = answers[question.variable];
  const words = answer === true ? t("Yes") : answerText(question, answer, language, write);
  const other = answers[`${question.variable}_other`];
  return words ? [[label, other ? `${words}: ${other}` : words]] : [];
}

/** The question as the page has it. @param {HTMLElement} place */
function labelOf(place) {
  const label = /** @type {HTMLElement} */ (place.querySelector(".ds-label, .ds-heading")).cloneNode(true);
  /** @type {HTMLElement} */ (label).querySelector(".question__required")?.remove();
  return label.textContent?.trim() || "";
}
