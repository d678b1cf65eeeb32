// @ts-check
import { t } from "../modules/texts.js";
import { beginCorrection, dropCorrection } from "../modules/corrections.js";
import { newUuid } from "../modules/uuid.js";
import { enter, problemText } from "./begin.js";
import { startLesson } from "./lesson.js";
import { dropDraft, join } from "./pupil_api.js";
import { openWork, workFor } from "./resuming.js";
import { ask } from "./sheet.js";

/**
 * @typedef {import("./app.js").PupilApp} PupilApp
 * @typedef {import("./pupil_work.js").PupilWork} PupilWork
 */

/**
 * From what was handed in back to the map, on a copy of it. What was sent stands until the copy is sent.
 * @param {PupilApp} app @returns {Promise<boolean>} false when it cannot be corrected now; the child has been told why
 */
export async function correct(app) {
  const work = workOf(app);
  if (work.letter?.refusal) return reopen(work);
  // What waits here is newer than anything the server has.
  const answer = work.letter ? null : await join(work.pupil.class_code, work.pupil.personal_code);
  if (answer && "problem" in answer && answer.problem !== "offline" && answer.problem !== "wait") {
    app.toasts.show(problemText(answer.problem));
    return false;
  }
  // The tablet may have been handed on meanwhile.
  if (app.lesson?.work !== work) return false;
  const elsewhere = answer && "joined" in answer && answer.joined.response && answer.joined.response.uuid !== work.pupil.uuid;
  if (elsewhere) await lessonOf(app).move(async () => startLesson(app, await workFor(app, answer.joined)));
  if (elsewhere) app.toasts.show(t("Here is what you made on the other device."));
  if (workOf(app).draft.complete) await copyFor(app);
  return true;
}

/** @param {PupilApp} app */
const lessonOf = (app) => /** @type {import("./lesson.js").Lesson} */ (app.lesson);

/** @param {PupilApp} app */
const workOf = (app) => /** @type {PupilWork} */ (lessonOf(app).work);

/** What the server never took can be changed as it is. @param {PupilWork} work */
async function reopen(work) {
  await work.change((draft) => ({ ...draft, complete: false }));
  return true;
}

/** @param {PupilApp} app */
async function copyFor(app) {
  const work = workOf(app);
  const uuid = newUuid();
  await lessonOf(app).move(async () => {
    await beginCorrection(work.store, work.pupil.uuid, uuid);
    work.tell();
    startLesson(app, await openWork(app, uuid));
  });
}

/** Back to what was sent, after one question. @param {PupilApp} app */
export async function keepWhatWasSent(app) {
  const sure = await ask({
    title: t("Keep what you sent before?"),
    text: [t("What you have changed since is thrown away.")],
    yes: t("Keep what I sent"),
    no: t("Go on correcting"),
    danger: true,
  });
  if (!sure) return;
  const work = workOf(app);
  const { pupil, store } = work;
  const { corrects, uuid, sender, class_code, personal_code } = pupil;
  const dropped = await dropDraft(uuid, String(sender.pupil));
  const answer = corrects?.draft || !dropped ? null : await join(class_code, personal_code);
  if (app.lesson?.work !== work) return undefined;
  if (!corrects?.draft && !(answer && "joined" in answer)) return app.toasts.show(t("We cannot reach the network. Try again in a moment."));
  await lessonOf(app).move(async () => {
    const before = await dropCorrection(store, uuid);
    workOf(app).tell();
    startLesson(app, answer && "joined" in answer ? await workFor(app, answer.joined) : await openWork(app, String(before)));
  });
  await enter(app);
}
