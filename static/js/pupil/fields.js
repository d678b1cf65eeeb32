// @ts-check
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { spokenAsAsked } from "./asked_in.js";

/**
 * @typedef {import("./questionnaire.js").Question} Question
 * @typedef {{element: HTMLElement, value: () => any}} Field `value` is null when nothing was answered
 */

let fields = 0;

/**
 * One question as a child answers it. A new question type is one line here.
 * @param {Question} question @param {any} value @param {(texts: Record<string, string>|undefined) => string} say
 * @param {(value: any) => void} [onChange] @returns {Field}
 */
export function field(question, value, say, onChange = () => undefined) {
  const make = { smiley_scale: tiles, single_choice: tiles, multiple_choice: tiles, whole_number: number, information: told }[question.type] || text;
  const made = make(question, value, say, onChange);
  made.element.dataset.uid = question.uid;
  return made;
}

/** Nothing is answered. @type {typeof field} */
function told(question, _value, say) {
  const heading = element("h2", { class: "question" }, say(question.label));
  return { element: element("div", { class: "text-question", ...spokenAsAsked() }, heading, element("p", {}, say(question.text))), value: () => null };
}

/** Pictures to choose among. A chosen picture may be taken back, since everything may be skipped. @type {typeof field} */
function tiles(question, value, say, onChange = () => undefined) {
  const several = question.type === "multiple_choice";
  const name = `field-${++fields}`;
  const chosen = new Set(Array.isArray(value) ? value : value === undefined || value === null ? [] : [String(value)]);
  const inputs = (question.choices || []).map((choice) => {
    const input = element("input", { type: several ? "checkbox" : "radio", name, value: choice.code, class: "tile__input" });
    input.checked = chosen.has(choice.code);
    return { input, tile: tile(input, choice, say) };
  });
  const read = () => {
    const codes = inputs.filter(({ input }) => input.checked).map(({ input }) => input.value);
    return codes.length ? (several ? codes : codes[0]) : null;
  };
  const box = element(
    "fieldset",
    { class: `tiles tiles--${question.type}`, ...spokenAsAsked() },
    element("legend", { class: "question" }, say(question.label)),
    element("div", { class: "tiles__grid" }, ...inputs.map((each) => each.tile)),
    question.type === "smiley_scale" && caption(question, inputs.map((each) => each.input), say),
  );
  if (!several) letGo(inputs.map((each) => each.input), () => onChange(read()));
  box.addEventListener("change", () => onChange(read()));
  return { element: box, value: read };
}

/** @param {HTMLInputElement} input @param {import("./questionnaire.js").Choice} choice @param {(texts: any) => string} say */
function tile(input, choice, say) {
  const picture = choice.icon ? icon(choice.icon) : null;
  return element("label", { class: "tile" }, input, element("span", { class: "tile__face" }, picture, element("span", { class: "tile__label" }, say(choice.label))));
}

/** The chosen face in words, where there is no room for words under each. @param {Question} question @param {HTMLInputElement[]} inputs @param {(texts: any) => string} say */
function caption({ choices = [] }, inputs, say) {
  const words = element("p", { class: "smiley-caption", "aria-hidden": "true" });
  const show = () => {
    words.textContent = say(choices[inputs.findIndex((input) => input.checked)]?.label);
  };
  for (const input of inputs) input.addEventListener("click", () => queueMicrotask(show));
  show();
  return words;
}

/** A second press on the chosen one takes the answer back. @param {HTMLInputElement[]} inputs @param {() => void} onChange */
function letGo(inputs, onChange) {
  /** @type {HTMLInputElement|null} */
  let before = inputs.find((input) => input.checked) || null;
  for (const input of inputs) {
    input.addEventListener("click", () => {
      if (before === input) input.checked = false;
      before = input.checked ? input : null;
      if (!input.checked) onChange();
    });
  }
}

/** @type {typeof field} */
function text(question, value, say, onChange = () => undefined) {
  const long = question.type === "long_text";
  const id = `field-${++fields}`;
  const limit = question.max_length || (long ? 1000 : 120);
  const input = element(long ? "textarea" : "input", { id, class: "text-field", maxlength: limit, dir: "auto", autocomplete: "off", rows: long ? 3 : null });
  input.value = value || "";
  const read = () => input.value.trim() || null;
  input.addEventListener("change", () => onChange(read()));
  return { element: labelled(id, question, say, input), value: read };
}

/** @type {typeof field} */
function number(question, value, say, onChange = () => undefined) {
  const id = `field-${++fields}`;
  const input = element("input", { id, class: "text-field text-field--number", inputmode: "numeric", maxlength: 9, autocomplete: "off" });
  input.value = value ?? "";
  const read = () => (/^-?\d+$/.test(input.value.trim()) ? Number(input.value) : null);
  input.addEventListener("change", () => onChange(read()));
  return { element: labelled(id, question, say, input), value: read };
}

/** @param {string} id @param {Question} question @param {(texts: any) => string} say @param {HTMLElement} input */
function labelled(id, question, say, input) {
  return element("div", { class: "text-question", ...spokenAsAsked() }, element("label", { class: "question", for: id }, say(question.label)), input);
}

/** Answers of several fields as one object, without those that were skipped. @param {[string, Field][]} all */
export function answersOf(all) {
  return Object.fromEntries(all.map(([variable, each]) => [variable, each.value()]).filter(([, value]) => value !== null));
}

/** @param {string} label @param {boolean} pressed @param {(pressed: boolean) => void} onToggle @param {Element|null} picture */
export function toggle(label, pressed, onToggle, picture) {
  const made = button(label, () => {
    pressed = !pressed;
    made.setAttribute("aria-pressed", String(pressed));
    onToggle(pressed);
  }, { kind: "plain", class: "toggle", icon: picture, "aria-pressed": String(pressed) });
  return made;
}
