// @ts-check
// What is asked about a mark, in the fields that the page's template has for its category.
import { behave } from "../../question_types/behaviours.js";
import { element } from "../../modules/element.js";
import { followupsOf, markFlow } from "../../surveys/flow.js";
import { fillIn, pipedIn } from "../piped_texts.js";
import { fieldView } from "../field_views.js";

/**
 * @typedef {import("./map_answer.js").MapAnswer} MapAnswer
 * @typedef {{element: HTMLElement, isEmpty: boolean, answers: () => Record<string, any>, close: () => void, toMend: () => import("../question_view.js").QuestionView|undefined}} Followups
 *   `toMend`: the first that is wrong, after all of it is told
 */

/** @param {MapAnswer} answer @param {import("./types.js").Mark} mark @returns {Followups} */
export function followups({ question, around, view }, mark) {
  const template = templateFor(view.place, mark.category);
  const place = element("div", { class: "mark-dialog__questions" });
  if (template) place.append(template.content.cloneNode(true));
  fillIn(pipedIn(place), (variable) => around.fill(`{${variable}}`));
  const prefix = template?.dataset.prefix || "";
  const views = followupsOf(question, mark.category).flatMap((one) => viewOf(place, /** @type {any} */ (one), prefix, around));
  const without = (/** @type {Record<string, any>} */ named) => Object.fromEntries(Object.entries(named).map(([name, value]) => [name.slice(prefix.length), value]));
  const read = () => without(Object.assign({}, ...views.map((each) => each.answers())));
  const walked = () => markFlow(question, mark.category, known(read()), around.flow());
  const follow = () => {
    const { shown, offered, required, given } = walked();
    for (const each of views) {
      const variable = each.variable.slice(prefix.length);
      each.place.hidden = !shown.includes(variable);
      each.offer(offered[variable], prefixed(given, prefix));
      each.require(required.has(variable));
    }
  };
  for (const each of views) each.show(prefixed(mark.answers, prefix));
  behave(place);
  follow();
  place.addEventListener("input", follow);
  place.addEventListener("change", follow);
  return {
    element: place,
    isEmpty: !views.length,
    answers: () => known(read()),
    close: () => views.forEach((each) => each.close()),
    toMend() {
      const walk = walked();
      const named = { required: new Set([...walk.required].map((name) => prefix + name)), failing: walk.failing.map((one) => ({ ...one, variable: prefix + one.variable })) };
      const wrong = views.filter((each) => {
        const problem = each.place.hidden ? "" : each.toMend(/** @type {any} */ (named));
        each.errors(problem ? [problem] : []);
        return problem;
      });
      return wrong[0];
    },
  };
}

/** @param {HTMLElement} place @param {string|null} category @returns {HTMLTemplateElement|null} */
const templateFor = (place, category) => place.querySelector(`template[data-followups="${category ?? ""}"]`);

/** Two marks may be asked the same, and so may the page: each field has a name of its own. @param {HTMLElement} around @param {import("../types.js").Question} question @param {string} prefix @param {import("../question_view.js").Around} page */
function viewOf(around, question, prefix, page) {
  const name = prefix + question.variable;
  const own = /** @type {HTMLElement|null} */ (around.querySelector(`[data-question="${name}"]`));
  const View = fieldView(question.type);
  return own ? [new View(own, { ...question, variable: name }, page)] : [];
}

/** @param {Record<string, any>} answers @param {string} prefix */
const prefixed = (answers, prefix) => Object.fromEntries(Object.entries(answers).map(([name, value]) => [prefix + name, value]));

/** Without what is not answered. @param {Record<string, any>} answers */
const known = (answers) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null && value !== undefined));
