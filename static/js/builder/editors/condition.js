// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { labelled, menu, small } from "../fields.js";
import { askedBefore } from "../finding.js";
import { focusOn } from "../keep_focus.js";
import { inWords, namesIn } from "../readable.js";
import { read, written } from "../rules.js";
import { canBeChosen, comparisonsOf, firstValue, isCount, needsValue, sourcesOf } from "../sources.js";
import { broughtAlong, unknownCondition } from "./kept_condition.js";
import { valueField } from "./rule_value.js";
/** @typedef {import("./types.js").Edited} Edited */
/** @typedef {import("../rules.js").Rules} Rules */
/** @typedef {import("../sources.js").Source} Source */

/**
 * When something is shown, or must be answered: always, or by rules that are chosen.
 * @param {Edited} edited @param {"relevant"|"required"} member @param {string} label
 * @param {{uid?: string, page: number}} where what is asked before this may be looked at
 */
export function conditionEditor(edited, member, label, { uid, page }) {
  const { draft, builder } = edited;
  const before = askedBefore(draft.document, uid, page).map(({ question }) => question);
  const sources = sourcesOf(before, draft.language, builder.data.types);
  return new Condition(edited, member, label, sources).element();
}

class Condition {
  /** @param {Edited} edited @param {"relevant"|"required"} member @param {string} label @param {Source[]} sources */
  constructor(edited, member, label, sources) {
    this.edited = edited;
    this.member = member;
    this.label = label;
    this.sources = sources;
    this.path = `${edited.path}.${member}`;
    this.value = edited.part[member];
    this.isRule = Boolean(this.value) && typeof this.value === "object";
  }

  element() {
    const rules = this.isRule ? read(this.value) : undefined;
    const known = rules?.rules.every((rule) => canBeChosen(this.sourceOf(rule), rule)) ? rules : undefined;
    return element(
      "div",
      { class: "condition" },
      labelled(this.label, this.whether(), { path: this.path }),
      this.isRule ? (known ? this.rules(known) : unknownCondition(this.path, inWords(this.value, namesIn(this.edited.draft)))) : null,
      broughtAlong(this.edited, this.member),
    );
  }

  whether() {
    const always = this.member === "relevant" ? [{ value: "", label: t("Always") }] : [{ value: "", label: t("No") }, { value: "yes", label: t("Yes") }];
    const offered = this.sources.length || this.isRule ? [...always, { value: "rule", label: t("Only when …") }] : always;
    const made = menu(offered, this.isRule ? "rule" : this.value === true ? "yes" : "", (chosen) => this.choose(chosen));
    made.disabled = this.edited.draft.locked;
    return made;
  }

  /** @param {string} chosen */
  choose(chosen) {
    const value = chosen === "yes" ? true : chosen === "rule" ? written({ all: true, rules: [this.newRule()] }) : undefined;
    this.set(value);
    focusOn(this.edited.builder.element, chosen === "rule" ? `${this.path}-0-source` : this.path);
  }

  /** @param {any} value @param {string} [typing] */
  set(value, typing) {
    this.edited.change((part) => {
      if (value === undefined) delete part[this.member];
      else part[this.member] = value;
    }, typing);
  }

  newRule(source = this.sources.at(-1)) {
    if (!source) throw new Error("nothing is asked before this");
    const [comparison] = Object.keys(comparisonsOf(source.kind));
    const value = needsValue(comparison) ? { value: firstValue(source) } : {};
    return { reference: source.reference, variable: source.variable, comparison, ...value };
  }

  /** @param {import("../rules.js").Rule} rule */
  sourceOf({ reference, variable }) {
    return this.sources.find((source) => source.reference === reference && source.variable === variable);
  }

  /** As they are by now: what was typed since they were drawn is among them. @returns {Rules} */
  get current() {
    return read(this.edited.part[this.member]) ?? { all: true, rules: [] };
  }

  /** @param {Rules} found */
  rules(found) {
    const joined = menu([{ value: "all", label: t("All of these hold") }, { value: "any", label: t("At least one of these holds") }], found.all ? "all" : "any", (value) => this.write({ ...this.current, all: value === "all" }));
    const both = found.rules.length > 1 ? labelled(t("It is enough that"), joined, { path: `${this.path}-joined` }) : null;
    const add = small(t("Add a rule"), () => this.add(), { "data-focus": `${this.path}-add`, disabled: this.edited.draft.locked });
    return element("div", { class: "condition__rules" }, both, element("ol", {}, ...found.rules.map((rule, at) => this.row(rule, at))), add);
  }

  add() {
    const { all, rules } = this.current;
    this.write({ all, rules: [...rules, this.newRule()] });
    focusOn(this.edited.builder.element, `${this.path}-${rules.length}-source`);
  }

  /** @param {import("../rules.js").Rule} rule @param {number} at */
  row(rule, at) {
    const source = /** @type {Source} */ (this.sourceOf(rule));
    const put = (/** @type {any} */ changed, /** @type {string} */ typing = "") => {
      const { all, rules } = this.current;
      this.write({ all, rules: rules.map((one, index) => (index === at ? changed : one)) }, typing);
    };
    const names = this.sources.map((one, index) => ({ value: String(index), label: one.label }));
    const about = menu(names, String(this.sources.indexOf(source)), (chosen) => put(this.newRule(this.sources[Number(chosen)])));
    const comparisons = Object.entries(comparisonsOf(source.kind)).map(([value, label]) => ({ value, label }));
    const compare = menu(comparisons, rule.comparison, (comparison) => put(compared(this.current.rules[at], comparison, source)));
    const where = `${this.path}-${at}`;
    for (const [control, label, name] of /** @type {const} */ ([[about, t("Question"), "source"], [compare, t("Comparison"), "comparison"]])) {
      control.setAttribute("aria-label", label);
      control.dataset.focus = `${where}-${name}`;
      control.disabled = this.edited.draft.locked;
    }
    const value = needsValue(rule.comparison) ? valueField(source, rule.comparison, rule.value, (typed, typing) => put({ ...rule, value: typed }, typing ? where : "")) : null;
    if (value) Object.assign(value.dataset, { focus: `${where}-value` });
    const remove = small(t("Remove the rule"), () => this.remove(at), { "data-focus": `${where}-remove`, disabled: this.edited.draft.locked });
    return element("li", { class: "condition__rule" }, about, compare, value, remove);
  }

  /** @param {number} at */
  remove(at) {
    const { all, rules } = this.current;
    this.write({ all, rules: rules.filter((_rule, index) => index !== at) });
    focusOn(this.edited.builder.element, this.path);
  }

  /** @param {Rules} rules @param {string} [typing] */
  write(rules, typing) {
    this.set(written(rules), typing);
  }
}

/** @param {import("../rules.js").Rule} rule @param {string} comparison @param {Source} source */
function compared({ value, ...rule }, comparison, source) {
  if (!needsValue(comparison)) return { ...rule, comparison };
  const isSame = value !== undefined && isCount(comparison) === isCount(rule.comparison);
  return { ...rule, comparison, value: isSame ? value : firstValue(source, comparison) };
}
