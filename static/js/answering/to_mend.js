// @ts-check
import { element } from "../modules/element.js";

/** @typedef {import("./question_view.js").QuestionView} QuestionView */

/**
 * What is to be mended on a page, with links to the questions; the focus goes there.
 * @param {import("./survey_view.js").PageView} page @param {QuestionView[]} wrong none: the list goes
 */
export function showToMend({ section }, wrong) {
  const summary = /** @type {HTMLElement} */ (section.querySelector("[data-to-mend]"));
  summary.hidden = !wrong.length;
  summary.querySelector("ul")?.replaceChildren(...wrong.flatMap((view) => view.problems.map((problem) => item(view, problem))));
  if (wrong.length) summary.focus();
}

/** @param {QuestionView} view @param {string} problem */
function item(view, problem) {
  const onclick = (/** @type {Event} */ event) => {
    event.preventDefault();
    view.focus();
  };
  return element("li", {}, element("a", { class: "ds-link", href: `#answer-${view.variable}`, onclick }, problem));
}
