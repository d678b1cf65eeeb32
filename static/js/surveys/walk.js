// @ts-check
// A walk through questions in their order: as `Walk` of surveys/flow.py.
import { evaluate, isTrue } from "./conditions.js";
import { narrowed, offeredCodes, offersAnything } from "./offered_choices.js";
import { kindOf, opensText, otherVariable, rowsOf, variablesOf } from "./question_parts.js";
import { MAP_TYPES, UNSEEN_TYPES } from "./value_kinds.js";
import { valueOf } from "./values.js";

/** @typedef {import("./question_parts.js").Question} Question */

export class Walk {
  /** @type {string[]} variables of what is shown */ shown = [];
  /** @type {Set<string>} variables of what is not, and texts of choices that are not made */ hidden = new Set();
  /** @type {Set<string>} */ required = new Set();
  /** @type {Question[]} whose constraint does not hold */ failing = [];
  /** @type {Record<string, any>} null where there is none */ calculated = {};
  /** @type {Record<string, string[]>} codes that a filter leaves of a shown question's choices */ offered = {};
  /** @type {Record<string, any>} what is left of answers of which something is not offered any more, null for nothing */ narrowed = {};

  /**
   * @param {Record<string, any>} given answers, as the page holds them or as they are stored
   * @param {import("./conditions.js").Scope} scope
   * @param {import("./conditions.js").Values} values the very ones that the scope reads
   */
  constructor(given, scope, values) {
    this.given = given;
    this.scope = scope;
    this.values = values;
  }

  /** @returns {string[]} what was given and is not kept, as nobody sees it any more */
  get cleared() {
    return Object.keys(this.given).filter((variable) => this.hidden.has(variable));
  }

  /** @returns {Record<string, any>} what is kept of what was given, and what was worked out */
  get answers() {
    const left = { ...this.given, ...this.narrowed };
    const kept = Object.entries(left).filter(([variable, answer]) => !this.hidden.has(variable) && !(answer === null && own(this.narrowed, variable) === null));
    const all = Object.entries({ ...Object.fromEntries(kept), ...this.calculated });
    return Object.fromEntries(all.filter(([variable, value]) => value !== null || !Object.hasOwn(this.calculated, variable)));
  }

  /** Whether the question is shown. @param {Question} question @param {Record<string, number>} marks */
  ask(question, marks) {
    if (!holds(question.relevant, this.scope) || !this.offer(question)) {
      this.hide(question);
      return false;
    }
    const value = this.value(question, marks);
    this.shown.push(question.variable);
    // Nobody could mend what nobody sees.
    if (UNSEEN_TYPES.includes(question.type)) return true;
    if (isTrue(question.required, this.scope)) this.required.add(question.variable);
    this.scope.own = value;
    if (value !== null && !holds(question.constraint, this.scope)) this.failing.push(question);
    return true;
  }

  /** Whether the question's filter leaves anything to choose. @param {Question} question */
  offer(question) {
    const codes = offeredCodes(question, this.scope);
    if (!codes) return true;
    if (!offersAnything(question, codes)) return false;
    this.offered[question.variable] = codes;
    const left = narrowed(question, own(this.given, question.variable), codes);
    if (left !== undefined) this.narrowed[question.variable] = left;
    return true;
  }

  /** @param {Question} question */
  hide(question) {
    for (const variable of variablesOf(question)) {
      this.hidden.add(variable);
      this.values[variable] = null;
    }
  }

  /** @param {Question} question @param {Record<string, number>} marks */
  value(question, marks) {
    const { variable } = question;
    if (question.calculation !== undefined && question.calculation !== null)
      return (this.calculated[variable] = this.values[variable] = evaluate(question.calculation, this.scope));
    if (MAP_TYPES.includes(question.type)) return (this.scope.marks[variable] = own(marks, variable) ?? 0) || null;
    this.take(question, Object.hasOwn(this.narrowed, variable) ? this.narrowed[variable] : own(this.given, variable));
    return this.values[variable];
  }

  /** @param {Question} question @param {any} answer */
  take(question, answer) {
    this.values[question.variable] = valueOf(answer, kindOf(question));
    for (const row of rowsOf(question, answer)) this.values[row.question.variable] = valueOf(row.answer, kindOf(row.question));
    const other = otherVariable(question);
    if (!other) return;
    const opened = opensText(question, answer);
    this.values[other] = opened ? valueOf(own(this.given, other), "text") : null;
    if (!opened) this.hidden.add(other);
  }
}

/** A condition that is not there holds. @param {any} condition @param {import("./conditions.js").Scope} scope */
export const holds = (condition, scope) => condition === undefined || condition === null || isTrue(condition, scope);

/** @param {Record<string, any>} values @param {string} variable */
const own = (values, variable) => (Object.hasOwn(values, variable) ? values[variable] : undefined);
