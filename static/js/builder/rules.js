// @ts-check
// Conditions as they are built by choosing: some rules, all of which or any of which must hold; and as the document has them.

/** @typedef {{reference: "answer"|"marks", variable: string, comparison: string, value?: any}} Rule */
/** @typedef {{all: boolean, rules: Rule[]}} Rules */

const OPERATORS = /** @type {Record<string, string>} */ ({ is: "=", is_not: "!=", more: ">", least: ">=", less: "<", most: "<=" });
const COUNTED = /** @type {Record<string, string>} */ ({ many: ">=", few: "<=" });
const NAMES = Object.fromEntries(Object.entries(OPERATORS).map(([name, operator]) => [operator, name]));
const DAYS = ["date", "time", "date_time"];

/** @param {Rules} rules @returns {any} the condition; nothing where there is no rule */
export function written({ all, rules }) {
  const parts = rules.map(expression);
  if (parts.length < 2) return parts[0];
  return { [all ? "and" : "or"]: parts };
}

/** @param {Rule} rule */
function expression({ reference, variable, comparison, value }) {
  const about = { [reference]: variable };
  if (comparison === "answered") return { answered: [about] };
  if (comparison === "open") return { not: [{ answered: [about] }] };
  if (comparison === "chosen") return { selected: [about, value] };
  if (comparison === "not_chosen") return { not: [{ selected: [about, value] }] };
  if (comparison === "has") return { contains: [about, value] };
  if (comparison === "has_not") return { not: [{ contains: [about, value] }] };
  if (COUNTED[comparison]) return { [COUNTED[comparison]]: [{ count_selected: [about] }, value] };
  return { [OPERATORS[comparison]]: [about, value] };
}

/** @param {any} condition @returns {Rules|undefined} nothing where it is more than can be chosen */
export function read(condition) {
  if (condition === undefined || condition === null) return { all: true, rules: [] };
  const [name, parts] = only(condition);
  const joined = (name === "and" || name === "or") && Array.isArray(parts);
  const rules = (joined ? parts : [condition]).map(rule);
  if (rules.some((one) => !one)) return undefined;
  return { all: name !== "or", rules: /** @type {Rule[]} */ (rules) };
}

/** @param {any} part @returns {Rule|undefined} */
function rule(part) {
  const [name, given] = only(part);
  if (!Array.isArray(given)) return undefined;
  if (name === "not" && given.length === 1) return opposite(rule(given[0]));
  const about = reference(given[0]);
  if (!about) return counted(name, given);
  if (name === "answered" && given.length === 1) return { ...about, comparison: "answered" };
  if (name === "selected" && typeof given[1] === "string") return { ...about, comparison: "chosen", value: given[1] };
  if (name === "contains" && typeof given[1] === "string") return { ...about, comparison: "has", value: given[1] };
  return name && NAMES[name] && given.length === 2 && isValue(given[1]) ? { ...about, comparison: NAMES[name], value: given[1] } : undefined;
}

/** How many are chosen. @param {string|undefined} name @param {any[]} given @returns {Rule|undefined} */
function counted(name, given) {
  const [operator, of] = only(given[0]);
  const about = operator === "count_selected" && Array.isArray(of) ? reference(of[0]) : undefined;
  const comparison = Object.keys(COUNTED).find((one) => COUNTED[one] === name);
  return about && comparison && given.length === 2 && isValue(given[1]) ? { ...about, comparison, value: given[1] } : undefined;
}

const OPPOSITES = /** @type {Record<string, string>} */ ({ answered: "open", chosen: "not_chosen", has: "has_not" });

/** @param {Rule|undefined} found @returns {Rule|undefined} */
function opposite(found) {
  return found && OPPOSITES[found.comparison] ? { ...found, comparison: OPPOSITES[found.comparison] } : undefined;
}

/** @param {any} part @returns {{reference: "answer"|"marks", variable: string}|undefined} */
function reference(part) {
  const [name, variable] = only(part);
  return (name === "answer" || name === "marks") && typeof variable === "string" ? { reference: name, variable } : undefined;
}

/** @param {any} value */
function isValue(value) {
  return ["string", "number", "boolean"].includes(typeof value) || DAYS.includes(only(value)[0] ?? "");
}

/** @param {any} part @returns {[string, any] | []} its one member */
function only(part) {
  if (!part || typeof part !== "object" || Array.isArray(part)) return [];
  const entries = Object.entries(part);
  return entries.length === 1 ? entries[0] : [];
}
