// @ts-check
import { t } from "../modules/texts.js";
import { join } from "./pupil_api.js";
import { startLesson } from "./lesson.js";
import { openWork, practiceWork, senderFor, workFor } from "./resuming.js";
import { joinedScreen } from "./joined_screen.js";
import { introScreen } from "./intro_screen.js";
import { mapScreen } from "./map_screen.js";
import { thanksScreen } from "./thanks_screen.js";

export { codeScreen } from "./code_screen.js";

/** @typedef {import("./app.js").PupilApp} PupilApp */

/** @param {import("./pupil_api.js").JoinProblem} problem */
export function problemText(problem) {
  const texts = {
    offline: t("We cannot reach the network. Try again in a moment."),
    wrong_code: t("No one has that code. Look once more, and try again."),
    closed: t("The class is not open now. Ask your teacher."),
    wait: t("Many are trying now. Wait a little, and try again."),
  };
  return texts[problem];
}

/** @param {PupilApp} app @param {HTMLButtonElement} pressed */
export async function beginAsNew(app, pressed) {
  // Held until the next screen is there: on a slow device somebody new would join with every press.
  if (pressed.disabled) return undefined;
  pressed.disabled = true;
  const answer = await join(app.page.class_code);
  if ("problem" in answer) {
    pressed.disabled = false;
    return app.toasts.show(problemText(answer.problem));
  }
  startLesson(app, await workFor(app, answer.joined));
  return app.show(joinedScreen(app));
}

/** @param {PupilApp} app @param {string} personalCode @returns {Promise<string|null>} what to say when it did not work */
export async function beginWithCode(app, personalCode) {
  const { screen } = app;
  const answer = await join(app.page.class_code, personalCode);
  // Whoever went back meanwhile, or another, is not taken from there.
  if (app.screen !== screen) return null;
  if ("problem" in answer) return problemText(answer.problem);
  startLesson(app, await workFor(app, answer.joined));
  await enter(app);
  return null;
}

/** The one who used this device before. @param {PupilApp} app @param {import("../modules/device_store.js").Pupil} pupil */
export async function goOn(app, pupil) {
  await app.store?.changePupil(pupil.uuid, { sender: senderFor(app, String(pupil.sender.pupil), pupil.sender.replaces) });
  startLesson(app, await openWork(app, pupil.uuid));
  await enter(app);
  void app.outbox?.nudge(true);
  void app.lesson?.settle();
}

/** @param {PupilApp} app */
export async function beginPractice(app) {
  startLesson(app, practiceWork(app));
  await app.show(introScreen(app));
}

/** Where the pupil left off; when nothing is taken in any more, what became of it. @param {PupilApp} app */
export async function enter(app) {
  const { draft, pupil } = /** @type {import("./lesson.js").Lesson} */ (app.lesson).work;
  if (draft.complete || app.page.over) return app.show(thanksScreen(app));
  if (draft.marks.length || pupil.intro_done) return app.show(mapScreen(app));
  return app.show(introScreen(app));
}
