// @ts-check
import { t } from "../modules/texts.js";
import { draftFromServer } from "../modules/response_state.js";
import { countOf, giveWay, onlyIn, setAside } from "../modules/set_aside.js";
import { enter } from "./begin.js";
import { startLesson } from "./lesson.js";
import { join } from "./pupil_api.js";
import { workFor } from "./resuming.js";
import { openSetAside, takeAlong } from "./set_aside_screen.js";
import { ask } from "./sheet.js";

/**
 * @typedef {import("./app.js").PupilApp} PupilApp
 * @typedef {import("./pupil_work.js").PupilWork} PupilWork
 * @typedef {import("../modules/set_aside.js").Things} Things
 */

/**
 * Another device came first. Shows what it made, sets aside what was made here only, and lets the child decide about it.
 * @param {PupilApp} app @param {PupilWork} work
 */
export async function settleConflict(app, work) {
  const { pupil, store } = work;
  const answer = await join(pupil.class_code, pupil.personal_code);
  if (!("joined" in answer) || !answer.joined.response) return;
  // The tablet may have been handed on meanwhile.
  if (app.lesson?.work !== work) return;
  const there = draftFromServer(answer.joined.response);
  if (pupil.sent_elsewhere) return keepOther(app, work, there);
  const mine = await giveWay(store, pupil.uuid, there);
  if (there.uuid === pupil.uuid) {
    await work.refresh();
  } else {
    startLesson(app, await workFor(app, answer.joined));
    await enter(app);
  }
  work.tell();
  if (countOf(mine)) await decide(app, mine);
}

/** What was handed in here came first from another device, with other things in it: those are set aside, and the correction goes on. @param {PupilApp} app @param {PupilWork} work @param {Things} there */
async function keepOther(app, work, there) {
  const theirs = onlyIn(there, work.draft);
  await work.change((draft) => draft, (pupil) => ({ sent_elsewhere: undefined, set_aside: setAside(pupil.set_aside, theirs) }));
  if (countOf(theirs)) tell(app, t("You have worked on another device too. What you made only there is set aside."));
}

/** What was answered on both devices stays aside: the other device's answer may be the newer. @param {PupilApp} app @param {Things} mine */
async function decide(app, mine) {
  const { draft } = /** @type {import("./lesson.js").Lesson} */ (app.lesson).work;
  if (draft.complete) return tell(app, t("You have already sent your work from another device. What you made here is set aside."));
  const answers = Object.fromEntries(Object.entries(mine.answers).filter(([variable]) => !(variable in draft.answers)));
  const fitting = { ...mine, answers };
  if (!countOf(fitting)) return tell(app, t("You have answered on another device too. Your answer here is set aside."));
  return (await wantsBoth(countOf(fitting))) ? takeAlong(app, fitting) : undefined;
}

/** @param {PupilApp} app @param {string} text */
function tell(app, text) {
  app.toasts.show(text, { label: t("Look"), run: () => openSetAside(app) }, 60_000);
}

/** @param {number} count */
function wantsBoth(count) {
  return ask({
    title: t("You have worked on another device too"),
    text: [
      t("We have fetched what you made there."),
      count === 1 ? t("1 thing was made only here. Do you want to take it along?") : t("{count} things were made only here. Do you want to take them along?", { count }),
    ],
    yes: t("Take along"),
    no: t("Set aside"),
  });
}
