// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { textsMayStay } from "./personal_texts.js";
import { routeFields } from "./route_fields.js";
import { openSheet } from "./sheet.js";

/** @typedef {import("./questionnaire.js").Question} Question */

/**
 * How one goes here, and when. The road itself is saved already; closing keeps what was chosen.
 * @param {import("./app.js").PupilApp} app
 * @param {{question: Question, title: string, answers: Record<string, any>, cut: boolean}} road
 * @returns {Promise<Record<string, any>>} the answers
 */
export function openRouteSheet(app, { question, title, answers, cut }) {
  const { content, read } = routeFields(app.say, question, answers);
  return new Promise((resolve) => {
    const done = async () => {
      if (await textsMayStay(read())) sheet.close();
    };
    const sheet = openSheet({
      title,
      class: "sheet--route",
      content: [
        cut && element("p", { class: "note" }, t("We cut away the part nearest to where you live. Then no one can see where that is.")),
        ...content,
      ],
      actions: [button(t("Done"), () => void done(), { kind: "main" })],
      onClose: () => resolve(read()),
    });
  });
}

/**
 * Only the child knows whether another road starts or ends at someone's home.
 * @returns {Promise<import("../modules/home_cut.js").End[]|null>} null: not answered
 */
export function askHomeEnds() {
  return new Promise((resolve) => {
    /** @type {import("../modules/home_cut.js").End[]|null} */
    let answer = null;
    const choose = (/** @type {import("../modules/home_cut.js").End[]} */ ends) => () => ((answer = ends), sheet.close());
    const sheet = openSheet({
      title: t("Does the road start or end at someone’s home?"),
      content: [
        element("p", {}, t("We cut away the part nearest to a home. Then no one can see where that is.")),
        element(
          "div",
          { class: "stack" },
          button(t("Yes, at A, where it starts"), choose(["start"])),
          button(t("Yes, at B, where it ends"), choose(["end"])),
          button(t("Yes, at both"), choose(["start", "end"])),
          button(t("No"), choose([])),
        ),
      ],
      onClose: () => resolve(answer),
    });
  });
}
