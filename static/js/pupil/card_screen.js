// @ts-check
import { element } from "../modules/element.js";

/**
 * One card in the middle: a heading, a few words, one main action.
 * `asked`: what the heading needs when it is the questionnaire's (asked_in.js)
 * @param {{title: string, asked?: Record<string, any>, children: (Node|string|null|false|undefined)[], actions?: (Node|null|false)[], class?: string, top?: Node|null}} options
 * @returns {import("./app.js").Screen}
 */
export function cardScreen({ title, asked = {}, children, actions = [], class: classes = "", top = null }) {
  const card = element(
    "main",
    { class: `card ${classes}`.trim() },
    top,
    element("h1", asked, title),
    ...children,
    element("div", { class: "card__actions" }, ...actions),
  );
  return { element: element("div", { class: "card-screen" }, card) };
}

/** @param {string} text */
export const paragraph = (text) => element("p", {}, text);
