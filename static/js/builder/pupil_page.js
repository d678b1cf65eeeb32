// @ts-check
// A page of a class mapping in the builder, put together of what pupils meet: the tools, the sheets and the cards.
import { button, element } from "../modules/element.js";
import { speaking, t } from "../modules/texts.js";
import { cardScreen } from "../pupil/card_screen.js";
import { field } from "../pupil/fields.js";
import { ordinaryPages } from "../pupil/questionnaire.js";
import { routeFields } from "../pupil/route_fields.js";
import { stickerFields } from "../pupil/sticker_fields.js";
import { toolbar, toolsOf } from "../pupil/toolbar.js";
/** @typedef {import("../pupil/questionnaire.js").Questionnaire} Questionnaire */
/** @typedef {import("../pupil/questionnaire.js").Question} Question */
/** @typedef {(texts: Record<string, string>|undefined) => string} Say */

const nothing = () => undefined;

/** Draws the page where the server has left room for it; on residents' pages there is none. @param {Document} inside */
export function drawPupilPage(inside) {
  const root = inside.querySelector("[data-pupil]");
  if (!root) return;
  const { questionnaire, language, first } = JSON.parse(inside.getElementById("pupil-page")?.textContent ?? "{}");
  const say = (/** @type {Record<string, string>|undefined} */ texts) => texts?.[language] || texts?.nb || Object.values(texts ?? {})[0] || "";
  speaking(inside.getElementById("texts"), () => {
    root.replaceChildren(...[first && intro(questionnaire, say), map(questionnaire, say), questions(questionnaire, say)].filter(Boolean));
    root.after(...sheets(questionnaire, say));
  });
}

/** Each paragraph is a card of its own. @param {Questionnaire} questionnaire @param {Say} say */
function intro({ title, intro: paragraphs }, say) {
  const cards = paragraphs.map((text, index) => {
    const last = index === paragraphs.length - 1;
    return cardScreen({ class: "card--intro", title: say(title), children: [element("p", {}, say(text))], actions: [button(last ? t("Start") : t("Next"), nothing, { kind: "main" })] }).element;
  });
  return element("div", { "data-front": true }, ...cards);
}

/** @param {Questionnaire} questionnaire @param {Say} say */
function map(questionnaire, say) {
  const tools = toolsOf(questionnaire);
  if (!tools.length) return null;
  const bar = toolbar(/** @type {any} */ ({ page: { questionnaire }, say }), nothing, nothing);
  tools.forEach(({ question }, index) => /** @type {HTMLElement} */ (bar.element.children[index]).setAttribute("data-uid", question.uid));
  const title = element("h1", { class: "top__title", "data-page-title": true }, say(questionnaire.pages[0].title));
  return element("div", { class: "map-screen" }, element("div", { class: "top" }, title), element("div", { class: "below" }, element("div", { class: "bottom" }, bar.element)));
}

/** What is asked when something is put on the map, with everything chosen, so that all of it is seen. @param {Questionnaire} questionnaire @param {Say} say */
function sheets(questionnaire, say) {
  const asked = [...new Set(toolsOf(questionnaire).map(({ question }) => question))];
  return asked.map((question) => {
    const isRoute = question.type === "route";
    const everything = (question.categories ?? []).map(({ code }) => ({ category: code, answers: {} }));
    const { content } = isRoute ? routeFields(say, question, {}) : stickerFields(say, question, everything);
    for (const part of content) if (part instanceof HTMLDetailsElement) part.open = true;
    const title = isRoute ? say(question.categories?.[0]?.label ?? question.label) : t("This place");
    return element(
      "section",
      { class: `sheet sheet--${isRoute ? "route" : "sticker"}`, "data-uid": question.uid },
      element("div", { class: "sheet__head" }, element("h2", { class: "sheet__title" }, title)),
      element("div", { class: "sheet__body" }, ...content),
      element("div", { class: "sheet__actions" }, button(t("Done"), nothing, { kind: "main" })),
    );
  });
}

/** @param {Questionnaire} questionnaire @param {Say} say */
function questions(questionnaire, say) {
  const [page] = ordinaryPages(questionnaire);
  if (!page) return null;
  return cardScreen({
    class: "card--questions",
    title: say(page.title),
    asked: { "data-page-title": true },
    children: [element("p", { class: "skip" }, t("You can skip everything you do not want to answer.")), ...page.questions.map((question) => field(question, undefined, say).element)],
    actions: [button(t("Back to the map"), nothing), button(t("Next"), nothing, { kind: "main" })],
  }).element;
}
