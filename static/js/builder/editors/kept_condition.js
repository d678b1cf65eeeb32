// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { idOf, problemAt, small } from "../fields.js";

/** More than can be chosen here, from a workbook. @param {string} path @param {string} condition in words */
export function unknownCondition(path, condition) {
  const words = t("This condition was made in a workbook, or looks at what is no longer asked before. It is kept as it is.");
  return element("div", { class: "kept" }, element("p", { class: "field-hint" }, words), element("p", { class: "kept__words", id: `${idOf(path)}-words` }, condition));
}

/** A condition that nobody here can read has no effect. @param {import("./types.js").Edited} edited @param {string} member */
export function broughtAlong(edited, member) {
  const text = edited.part.unread?.[member];
  if (!text) return null;
  const forget = () =>
    edited.change((part) => {
      delete part.unread[member];
      if (!Object.keys(part.unread).length) delete part.unread;
    });
  return element(
    "div",
    { class: "kept" },
    element("p", { class: "field-hint" }, t("The workbook has a condition that cannot be read here and has no effect:")),
    element("code", { class: "kept__code" }, text),
    small(t("Remove"), forget, { disabled: edited.draft.locked, "data-focus": `${edited.path}.${member}-unread` }),
    problemAt(`${edited.path}.unread`),
  );
}
