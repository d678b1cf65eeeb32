// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { problemAt, small } from "../fields.js";
import { inWords, namesIn } from "../readable.js";
import { textField } from "../texts_edited.js";
import { broughtAlong } from "./kept_condition.js";
/** @typedef {import("./types.js").Edited} Edited */

/** What respondents read where they must answer and have not; ours where it is left empty. @param {Edited} edited */
export function requiredMessage(edited) {
  if (!edited.part.required && !edited.part.required_message) return null;
  return textField(edited, "required_message", t("Message when the answer is missing"), { hint: t("Left empty, respondents read our own words.") });
}

/** What is accepted beside the limits above comes with a workbook; what is said where it is not, is written here. @param {Edited} edited */
export function constraint(edited) {
  const { part, path, draft } = edited;
  const unread = broughtAlong(edited, "constraint");
  const message = textField(edited, "constraint_message", t("Message when an answer is not accepted"), { hint: t("Left empty, respondents read our own words.") });
  if (part.constraint === undefined) return unread || part.constraint_message ? element("div", { class: "condition" }, unread, message) : null;
  const forget = () =>
    edited.change((question) => {
      delete question.constraint;
      if (!question.unread?.constraint) delete question.constraint_message;
    });
  return element(
    "div",
    { class: "kept", role: "group", "aria-label": t("What is accepted") },
    element("p", { class: "ds-label", "data-weight": "medium" }, t("What is accepted")),
    element("p", { class: "field-hint" }, t("Made in a workbook. It is kept as it is, and changed there.")),
    element("p", { class: "kept__words" }, inWords(part.constraint, namesIn(draft))),
    problemAt(`${path}.constraint`),
    small(t("Remove"), forget, { disabled: draft.locked, "data-focus": `${path}.constraint` }),
    message,
  );
}
