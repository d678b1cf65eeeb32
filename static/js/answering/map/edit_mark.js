// @ts-check
import { changeMark, removeMarks } from "../../modules/response_state.js";
import { t } from "../../modules/texts.js";
import { dsButton } from "../ds_button.js";
import { openDialog } from "./dialog.js";
import { drawAgain } from "./draw_line.js";
import { followups } from "./followups.js";
import { moveOne } from "./place_one.js";

/** @typedef {import("./map_answer.js").MapAnswer} MapAnswer */
/** @typedef {import("./types.js").Mark} Mark */

const TYPING = 400;

/**
 * What is asked about a mark, and what can be done with it. Every answer is kept when it is given.
 * @param {MapAnswer} answer @param {number} id @param {boolean} [fresh] just put: nothing to do where nothing is asked
 */
export async function editMark(answer, id, fresh = false) {
  if (answer.opening === id) return;
  answer.opening = id;
  const mark = await asKept(answer, id);
  answer.opening = undefined;
  if (!mark) return;
  const asked = followups(answer, mark);
  const back = () => (fresh ? answer.tools.focus(mark.category) : answer.list.focus(id));
  answer.layer.select(String(id));
  if (!fresh || !asked.isEmpty) await dialogAbout(answer, mark, asked, back);
  else if (isWhereItWasPut(answer)) back();
  asked.close();
  answer.layer.select(null);
}

/** Pressed while what was told of it a moment ago is still on its way to the disk. @param {MapAnswer} answer @param {number} id */
async function asKept(answer, id) {
  await answer.kept;
  return answer.marks.find((candidate) => candidate.id === id);
}

/** Whoever has gone on while the mark was being kept stays there. @param {MapAnswer} answer */
function isWhereItWasPut({ ground }) {
  return [null, document.body, ground].includes(/** @type {HTMLElement|null} */ (document.activeElement));
}

/**
 * @param {MapAnswer} answer @param {Mark} mark @param {import("./followups.js").Followups} asked
 * @param {() => void} back puts the focus back: at once, as whatever is done next, for the answers are kept meanwhile
 * @returns {Promise<void>} when it is closed and kept
 */
function dialogAbout(answer, mark, asked, back) {
  let told = mark.answers;
  // Compared with what was told last: what is kept may be older still.
  const keep = () => {
    const before = told;
    told = asked.answers();
    return differing(before, told).length ? keepAnswers(answer, mark.id, before, told) : answer.kept;
  };
  const stop = keepAsTyped(asked.element, keep);
  return new Promise((resolve) => {
    /** @type {(() => void)|undefined} */
    let then;
    const after = (/** @type {() => void} */ action) => () => ((then = action), dialog.close());
    const done = () => {
      const wrong = asked.toMend();
      if (wrong) wrong.focus();
      else dialog.close();
    };
    const again = mark.geometry.type === "Point" ? dsButton(t("Move it"), after(() => moveOne(answer, mark))) : dsButton(t("Draw it again"), after(() => drawAgain(answer, mark)));
    const dialog = openDialog({
      title: answer.view.titleOf(mark.category),
      spoken: answer.view.spoken,
      content: [asked.element],
      actions: [
        dsButton(asked.isEmpty ? t("Close") : t("Done"), done, { variant: "primary" }),
        again,
        dsButton(t("Delete"), after(() => void deleteMark(answer, mark.id)), { variant: "tertiary", "data-color": "danger" }),
      ],
      onClose: () => {
        stop();
        const kept = keep();
        (then || back)();
        void kept.then(() => resolve());
      },
    });
  });
}

/** @param {HTMLElement} place @param {() => Promise<unknown>} keep @returns {() => void} stops it */
function keepAsTyped(place, keep) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), TYPING);
  };
  place.addEventListener("input", soon);
  place.addEventListener("change", soon);
  return () => clearTimeout(timer);
}

/**
 * What has changed alone: a photo may come through when its dialog is closed, and the mark is asked about in another.
 * @param {MapAnswer} answer @param {number} id @param {Record<string, any>} before @param {Record<string, any>} told
 */
async function keepAnswers(answer, id, before, told) {
  if (answer.closed || !answer.marks.some((mark) => mark.id === id)) return;
  const changed = Object.fromEntries(differing(before, told).map((name) => [name, told[name]]));
  await answer.change((draft) => {
    const kept = draft.marks.find((mark) => mark.id === id)?.answers;
    const answers = Object.entries({ ...kept, ...changed }).filter(([, value]) => value !== undefined);
    return changeMark(draft, id, { answers: Object.fromEntries(answers) });
  });
}

/** @param {Record<string, any>} one @param {Record<string, any>} other @returns {string[]} the variables whose answers are not the same */
function differing(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}

/** Gone at once, and back with one press. @param {MapAnswer} answer @param {number} id */
export async function deleteMark(answer, id) {
  const mark = await asKept(answer, id);
  if (!mark) return;
  await answer.change((draft) => removeMarks(draft, [id]));
  answer.list.offerBack(mark);
}
