// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { labelled, menu } from "../fields.js";
import { focusOn } from "../keep_focus.js";
import { retype } from "../retyping.js";
import { FLAGS } from "./choices.js";
/** @typedef {import("./types.js").Edited} Edited */

/** What a question is, and what it can become without beginning anew. @param {Edited} edited @param {boolean} isAbout whether it is asked about marks */
export function typeMenu(edited, isAbout) {
  const { builder, draft, part, path } = edited;
  const { types } = builder.data;
  const becomes = types[part.type]?.becomes ?? [];
  const type = types[part.type]?.label ?? part.type;
  const label = isAbout ? t("{type}, asked about each mark", { type }) : type;
  // The menu says it to those who see it.
  const heading = element("h2", { class: becomes.length ? "unseen" : "properties-pane__type" }, label);
  if (!becomes.length) return [heading];
  const offered = [part.type, ...becomes].map((value) => ({ value, label: types[value].label }));
  const made = menu(offered, part.type, (type) => change(edited, type));
  made.disabled = draft.locked;
  const field = labelled(t("Type of question"), made, { path: `${path}.type`, hint: isAbout ? t("Asked about each mark") : "" });
  const last = draft.retyped;
  const told = last && last.uid === part.uid && last.type === part.type ? last.told : "";
  return [heading, field, told ? element("p", { class: "field-advice" }, told) : null];
}

/** @param {Edited} edited @param {string} type */
function change({ builder, draft, part }, type) {
  const was = builder.data.types[part.type];
  const made = draft.change((document) => retype(document, part.uid, type, builder.data));
  if (!made) return;
  const told = inWords(made, was);
  draft.retyped = { uid: made.uid, type, told };
  builder.show({ kind: "question", uid: made.uid });
  builder.announcer.say(told);
  const menuNow = /** @type {HTMLElement|null} */ (builder.place("properties").querySelector('[data-focus$=".type"]'));
  if (menuNow) focusOn(builder.place("properties"), menuNow.dataset.focus ?? "");
}

/** @param {import("../retyping.js").Retyped} made @param {import("../types.js").QuestionType} was */
function inWords({ isNew, lost }, was) {
  const names = lost.map((member) => lostWords()[member] ?? was.settings.find(({ name }) => name === member)?.label ?? member);
  const texts = [
    t("The question has another type now."),
    lost.length ? t("This could not come along: {what}.", { what: names.join(", ") }) : "",
    isNew ? t("It has got a name of its own, so that earlier answers keep their meaning.") : "",
    t("Undo brings it back."),
  ];
  return texts.filter(Boolean).join(" ");
}

/** @returns {Record<string, string>} */
function lostWords() {
  return { ...FLAGS(), default: t("What stands in the field from the beginning"), constraint: t("What is accepted"), constraint_message: t("Message when an answer is not accepted") };
}
