// @ts-check
import { element } from "../modules/element.js";

/** @typedef {import("./question_view.js").QuestionView} QuestionView */
/** @typedef {import("./survey_view.js").PageView} PageView */

/** @param {PageView} page @returns {HTMLElement} */
const listOn = ({ section }) => /** @type {HTMLElement} */ (section.querySelector("[data-to-mend]"));

/** What is told to be wrong at the questions of a page, on top of it with links to them. @param {PageView} page */
export function listToMend(page) {
  const summary = listOn(page);
  const wrong = page.views.filter(({ problems, place }) => problems.length && !place.hidden);
  summary.hidden = !wrong.length;
  summary.querySelector("ul")?.replaceChildren(...wrong.flatMap((view) => view.problems.map((problem) => item(view, problem))));
}

/** Takes the reader to the list. @param {PageView} page */
export function goToList(page) {
  listToMend(page);
  listOn(page).focus();
}

/** What was mended goes from the list. @param {PageView} page */
export function shortenList(page) {
  if (!listOn(page).hidden) listToMend(page);
}

/** @param {QuestionView} view @param {string} problem */
function item(view, problem) {
  const onclick = (/** @type {Event} */ event) => {
    event.preventDefault();
    view.focus();
  };
  return element("li", {}, element("a", { class: "ds-link", href: `#answer-${view.variable}`, onclick }, element("span", view.spoken, view.label), ` – ${problem}`));
}
