// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { inWords } from "./in_words.js";
import { alsoThere } from "./spoken.js";

/** @typedef {import("./survey_view.js").SurveyView} SurveyView */

/**
 * *See my answers*: each that was given, in words, by the pages of the questionnaire.
 * @param {HTMLElement} card @param {SurveyView} view @param {((page: import("./survey_view.js").PageView) => void)|null} change goes to a page; null where nothing can be changed any more
 */
export function showAnswers(card, view, change) {
  const pages = view.shownPages.flatMap((page) => {
    const answers = page.views.flatMap((each) => told(each, view));
    const heading = page.section.querySelector("h1");
    const title = heading?.textContent || "";
    if (!answers.length && !change) return [];
    return element(
      "section",
      { class: "answered__page" },
      element("h2", { class: "ds-heading", "data-size": "xs" }, ...(heading?.cloneNode(true).childNodes || [])),
      answers.length ? element("dl", { class: "answered__list" }, ...answers) : element("p", { class: "answered__none" }, t("Not answered")),
      change && element("button", { type: "button", class: "linklike", "aria-label": t("Change: {page}", { page: title }), onclick: () => change(page) }, t("Change")),
    );
  });
  /** @type {HTMLElement} */ (card.querySelector("[data-answered]")).replaceChildren(...pages);
}

/** @param {import("./question_view.js").QuestionView} each @param {SurveyView} view @returns {HTMLElement[]} question and answer, rows each by itself */
function told(each, view) {
  if (each.place.hidden) return [];
  const found = each.inWords()?.map((words) => [each.label, words]) || inWords(each.question, view.flow.walk.answers, each.label, view.data.language);
  return found.map(([asked, answer]) => element("div", each.spoken, element("dt", {}, asked, ...alsoThere(each.onlyIn)), element("dd", {}, answer)));
}
