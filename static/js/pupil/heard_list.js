// @ts-check
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { icon } from "../modules/icons.js";

const STEPS = ["received", "read", "taken_further"];

/** How far my work has come, and what the municipality heard from the class. */
export function heardList() {
  const steps = element("ol", { class: "steps" });
  const heading = element("h2", {}, t("This is what we heard"));
  const list = element("ul", { class: "heard" });
  const whole = element("section", { class: "feedback", hidden: true }, steps, heading, list);
  const words = /** @type {Record<string, string>} */ ({ received: t("Received"), read: t("Read"), taken_further: t("Taken further") });

  /** @param {string} status @param {string} now */
  function step(status, now) {
    const reached = STEPS.indexOf(status) <= STEPS.indexOf(now);
    return element("li", { class: reached ? "step is-reached" : "step", "aria-current": status === now ? "step" : null }, reached && icon("check"), element("span", {}, words[status]));
  }
  /** @param {{text: string, day: string}} said */
  function item({ text, day }) {
    return element("li", {}, element("p", { dir: "auto" }, text), element("p", { class: "small" }, day));
  }
  return {
    element: whole,
    /** @param {any} news */
    show({ response, heard = [] }) {
      whole.hidden = !response && !heard.length;
      steps.hidden = !response;
      steps.replaceChildren(...(response ? STEPS.map((status) => step(status, response.status)) : []));
      heading.hidden = !heard.length;
      list.replaceChildren(...heard.map(item));
    },
  };
}
