// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { labelled, menu, problemAt, tick } from "../fields.js";
import { askedBefore } from "../finding.js";
import { sourcesOf } from "../sources.js";
import { kept } from "./simple.js";
/** @typedef {{operator: string, variables: string[]}} Sum */

const NUMBERS = ["number", "step"];

/** What is worked out of earlier numbers: which of them, and how. More than that is made in a workbook. @type {import("./types.js").Editor} */
export const calculation = (edited, setting) => {
  const sum = readSum(edited.part.calculation);
  if (!sum) return kept(edited, setting);
  const { draft, builder, part } = edited;
  const path = `${edited.path}.calculation`;
  const before = askedBefore(draft.document, part.uid).map(({ question }) => question);
  const numbers = sourcesOf(before, draft.language, builder.data.types).filter(({ kind, reference }) => reference === "answer" && NUMBERS.includes(kind));
  const put = (/** @type {Sum} */ changed) => edited.change((question) => (question.calculation = writtenSum(changed)));
  const how = menu([{ value: "+", label: t("The sum of") }, { value: "min", label: t("The smallest of") }, { value: "max", label: t("The largest of") }], sum.operator, (operator) => put({ ...sum, operator }));
  how.disabled = draft.locked;
  const ticks = numbers.map(({ variable, label }, at) =>
    tick(label, sum.variables.includes(variable), (on) => put({ ...sum, variables: numbers.map((one) => one.variable).filter((one) => (one === variable ? on : sum.variables.includes(one))) }), `${path}[${at}]`),
  );
  const none = numbers.length ? null : element("p", { class: "field-hint" }, t("No question before this is answered with a number."));
  return element("fieldset", { class: "editor-group" }, element("legend", { class: "ds-label", "data-weight": "medium" }, setting.label), labelled(t("It is"), how, { path: `${path}-how` }), none, ...ticks, problemAt(path));
};

/** @param {any} expression @returns {Sum|undefined} */
export function readSum(expression) {
  if (expression === undefined || expression === 0) return { operator: "+", variables: [] };
  const [entry, ...more] = expression && typeof expression === "object" ? Object.entries(expression) : [];
  if (!entry || more.length || !["+", "min", "max"].includes(entry[0]) || !Array.isArray(entry[1])) return undefined;
  const variables = entry[1].map((part) => (part && typeof part === "object" && Object.keys(part).length === 1 ? part.answer : undefined));
  return variables.every((name) => typeof name === "string") ? { operator: entry[0], variables } : undefined;
}

/** @param {Sum} sum */
export function writtenSum({ operator, variables }) {
  return variables.length ? { [operator]: variables.map((answer) => ({ answer })) } : 0;
}
