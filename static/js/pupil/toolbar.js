// @ts-check
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { symbol } from "../map/symbols.js";
import { spokenAsAsked } from "./asked_in.js";
import { mapQuestions } from "./questionnaire.js";

/**
 * @typedef {{kind: "route", question: import("./questionnaire.js").Question, category?: undefined}
 *   |{kind: "place", question: import("./questionnaire.js").Question, category: import("./questionnaire.js").Category}} Tool
 */

/** @param {import("./questionnaire.js").Questionnaire} questionnaire @returns {Tool[]} */
export function toolsOf(questionnaire) {
  const routes = mapQuestions(questionnaire, "route").map((question) => /** @type {Tool} */ ({ kind: "route", question }));
  const places = mapQuestions(questionnaire, "place").flatMap((question) =>
    (question.categories || []).map((category) => /** @type {Tool} */ ({ kind: "place", question, category })),
  );
  return [...routes, ...places];
}

/**
 * The large tools at the bottom edge; the chosen one lifts.
 * @param {import("./app.js").PupilApp} app @param {(tool: Tool) => void} onChoose @param {() => void} onNext
 */
export function toolbar(app, onChoose, onNext) {
  const tools = toolsOf(app.page.questionnaire);
  const buttons = tools.map((tool) => toolButton(app, tool, () => onChoose(tool)));
  const next = element("button", { type: "button", class: "tool tool--next", onclick: onNext }, icon("next"), element("span", {}, t("Go on")));
  return {
    element: element("div", { class: "toolbar", role: "toolbar", "aria-label": t("Tools"), "data-count": tools.length + 1 }, ...buttons, next),
    /** @param {Tool|null} chosen */
    lift(chosen) {
      tools.forEach((tool, index) => buttons[index].setAttribute("aria-pressed", String(tool === chosen)));
    },
  };
}

/** @param {import("./app.js").PupilApp} app @param {Tool} tool @param {() => void} onclick */
function toolButton(app, { kind, question, category }, onclick) {
  const shown = category || question.categories?.[0];
  const picture = kind === "route" ? symbol({ code: "road", symbol: "line", colour: shown?.colour || "#1b3a6b", icon: "pencil" }) : symbol(/** @type {any} */ (shown));
  const label = kind === "route" ? t("Road") : app.say(shown?.label);
  return element("button", { type: "button", class: "tool", "aria-pressed": "false", "data-tool": category?.code || question.variable, onclick }, picture, element("span", kind === "route" ? {} : spokenAsAsked(), label));
}
