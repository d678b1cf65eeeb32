// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { symbol } from "../map/symbols.js";
import { answersOf, field, toggle } from "./fields.js";
import { textsMayStay } from "./personal_texts.js";
import { openSheet } from "./sheet.js";

/**
 * @typedef {import("./questionnaire.js").Category} Category
 * @typedef {import("./questionnaire.js").Question} Question
 * @typedef {import("./fields.js").Field} Field
 * @typedef {{category: string, answers: Record<string, any>}} Feeling
 */

const ALWAYS_SEEN = 8;

/**
 * What one feels about a place, and why: one feeling or several. Resolves to null when the child changed its mind.
 * @param {import("./app.js").PupilApp} app
 * @param {{question: Question, feelings: Feeling[], onDelete?: () => void}} place
 * @returns {Promise<Feeling[]|null>}
 */
export function openStickerSheet(app, { question, feelings, onDelete }) {
  const about = feelings[0]?.answers || {};
  const common = (question.followups || []).filter((followup) => followup.type !== "hidden");
  const commonFields = common.map((followup) => /** @type {[string, Field]} */ ([followup.variable, field(followup, about[followup.variable], app.say)]));
  const sections = (question.categories || []).map((category) => section(app, category, feelings.find((feeling) => feeling.category === category.code)));
  const filled = commonFields.some(([, each]) => each.value() !== null);

  const read = () => {
    const shared = answersOf(commonFields);
    return sections.filter((each) => each.on).map((each) => ({ category: each.category.code, answers: { ...each.answers(), ...shared } }));
  };
  return new Promise((resolve) => {
    /** @type {Feeling[]|null} */
    let result = null;
    const done = async () => {
      const made = read();
      if (!made.length) return app.toasts.show(t("Choose at least one."));
      if (!(await textsMayStay(Object.assign({}, ...made.map((feeling) => feeling.answers))))) return;
      result = made;
      sheet.close();
    };
    const sheet = openSheet({
      title: t("This place"),
      class: "sheet--sticker",
      content: [
        element("div", { class: "feelings", role: "group", "aria-label": t("How is it here?") }, ...sections.map((each) => each.toggle)),
        ...sections.map((each) => each.element),
        element("details", { class: "more", open: filled }, element("summary", {}, t("More")), ...commonFields.map(([, each]) => each.element)),
      ],
      actions: [
        ...(onDelete ? [button(t("Delete"), () => (sheet.close(), onDelete()), { kind: "danger" })] : []),
        button(t("Done"), () => void done(), { kind: "main" }),
      ],
      onClose: () => resolve(result),
    });
  });
}

/** @param {import("./app.js").PupilApp} app @param {Category} category @param {Feeling|undefined} feeling */
function section(app, category, feeling) {
  const fields = (category.followups || []).map((followup) => {
    const prompt = category.prompt || followup.label;
    return /** @type {[string, Field]} */ ([followup.variable, field({ ...followup, label: prompt }, feeling?.answers[followup.variable], app.say)]);
  });
  const box = element("div", { class: "why", "data-category": category.code, hidden: !feeling }, ...fields.map(([, each]) => each.element));
  const many = (category.followups || []).some((followup) => (followup.choices || []).length > ALWAYS_SEEN);
  box.classList.toggle("why--many", many);
  const made = {
    category,
    element: box,
    on: Boolean(feeling),
    answers: () => answersOf(fields),
    toggle: toggle(app.say(category.label), Boolean(feeling), (on) => {
      made.on = on;
      box.hidden = !on;
    }, symbol(category)),
  };
  return made;
}
