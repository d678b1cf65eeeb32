// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { followupsOf } from "../surveys/flow.js";
import { textIn } from "../surveys/piping.js";
import { inWords } from "./in_words.js";
import { MapAnswer } from "./map/map_answer.js";
import { lackingAbout, marksOf } from "./marks_to_mend.js";
import { QuestionView } from "./question_view.js";
import { alsoThere, onlyIn, spokenIn } from "./spoken.js";

/** A map question on the page. Its answers are marks; its map is made when its page is turned to. */
export class MapQuestionView extends QuestionView {
  /** @type {MapAnswer|undefined} */
  answer;

  value() {
    return { value: marksOf(this).length || null };
  }

  /** Its marks are kept one by one, when they are made. */
  answers() {
    return {};
  }

  /** The map follows what is kept. */
  show() {}

  follow() {
    this.answer?.redraw();
  }

  /** @returns {Node[]} each mark, and what was told about it */
  inWords() {
    return marksOf(this).map((mark) => element("span", {}, this.titleOf(mark.category), ...this.toldAbout(mark)));
  }

  /** @param {import("../modules/response_state.js").Mark} mark @returns {Node[]} a line each, in the language it was asked in */
  toldAbout({ category, answers }) {
    const { language, fill } = this.around;
    const asked = /** @type {import("./types.js").Question[]} */ (followupsOf(this.question, category));
    return asked.flatMap((one) => {
      const place = this.placeOf(category, one.variable);
      const told = inWords(one, answers, fill(textIn(one.label || {}, language)), language);
      return told.map(([label, words]) =>
        element("span", { ...readers(), ...spokenIn(place) }, `\n${label}${/\p{P}$/u.test(label) ? "" : ":"} ${words}`, ...alsoThere(onlyIn(place))),
      );
    });
  }

  /** Where a question about a mark stands in the page. @param {string|null} category @param {string} variable */
  placeOf(category, variable) {
    const template = /** @type {HTMLTemplateElement|null} */ (this.place.querySelector(`template[data-followups="${category ?? ""}"]`));
    return template?.content.querySelector(`[data-question="${template.dataset.prefix}${variable}"]`);
  }

  /** The language of what marks are called, as attributes, for where our own words may be in another. */
  get named() {
    return { ...readers(), ...this.spoken };
  }

  /** What a mark is called. @param {string|null} code */
  titleOf(code) {
    const category = this.question.categories?.find((one) => one.code === code);
    return this.around.fill(textIn(category?.label || this.question.label || {}, this.around.language));
  }

  open() {
    this.answer ||= new MapAnswer(this);
    this.answer.resume();
  }

  /** The map is where the one before looked, and may have half a line on it. */
  forget() {
    this.answer?.close();
    this.answer = undefined;
  }

  /** @returns {HTMLElement} where the map is put */
  get frame() {
    return /** @type {HTMLElement} */ (this.place.querySelector("[data-map-frame]"));
  }

  /** @param {import("../surveys/walk.js").Walk} walk */
  toMend(walk) {
    if (this.answer?.isDrawing) return t("What you are drawing is not saved yet. Press Done or Cancel first.");
    const [mark] = lackingAbout(this, walk);
    return super.toMend(walk) || (mark ? t("Something about mark {number} is not answered yet. Press Change, and answer it.", { number: marksOf(this).indexOf(mark) + 1 }) : "");
  }

  /** @param {number|null} count @param {boolean} required */
  lacking(count, required) {
    const least = /** @type {any} */ (this.question).min_marks ?? 0;
    if (!count) return required ? this.own(this.question.required_message) || t("This question must be answered.") : "";
    return count < least ? t("There are {count} marks on the map. Put {least} at least.", { count, least }) : "";
  }

  focus() {
    const first = /** @type {HTMLElement|null} */ (this.place.querySelector(".map-tool:not(:disabled), .map-bar__finish:not(:disabled), .map-bar button, .marks__change"));
    (first || this.main).focus();
  }
}

/** The reader's language, as attributes. */
function readers() {
  const { lang, dir } = document.documentElement;
  return { lang, dir };
}
