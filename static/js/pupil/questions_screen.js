// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { setAnswers } from "../modules/response_state.js";
import { spokenAsAsked } from "./asked_in.js";
import { cardScreen } from "./card_screen.js";
import { field } from "./fields.js";
import { mapScreen } from "./map_screen.js";
import { textsMayStay } from "./personal_texts.js";
import { ordinaryPages } from "./questionnaire.js";
import { statusPill } from "./status_pill.js";
import { summaryScreen } from "./summary_screen.js";

/**
 * A page of faces and other short questions. Every answer is saved when it is given.
 * @param {import("./app.js").PupilApp} app @param {number} [index] @returns {import("./app.js").Screen}
 */
export function questionsScreen(app, index = 0) {
  const pages = ordinaryPages(app.page.questionnaire);
  if (index >= pages.length) return summaryScreen(app);
  const { work } = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
  const stop = new AbortController();
  const page = pages[index];
  const fields = page.questions.map((question) => {
    const save = async (/** @type {any} */ value) => {
      if (await textsMayStay({ value })) await work.change((draft) => setAnswers(draft, { [question.variable]: value }));
    };
    return field(question, work.told.answers[question.variable], app.say, (value) => void save(value));
  });
  const back = () => void app.show(index ? questionsScreen(app, index - 1) : mapScreen(app));
  const screen = cardScreen({
    class: "card--questions",
    title: app.say(page.title),
    asked: spokenAsAsked(),
    top: statusPill(app, stop.signal),
    children: [element("p", { class: "skip" }, t("You can skip everything you do not want to answer.")), ...fields.map((each) => each.element)],
    actions: [button(t("Back to the map"), back), button(t("Next"), () => void app.show(questionsScreen(app, index + 1)), { kind: "main" })],
  });
  return { ...screen, leave: () => stop.abort() };
}
