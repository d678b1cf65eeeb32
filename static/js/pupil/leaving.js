// @ts-check
import { t } from "../modules/texts.js";
import { countOf } from "../modules/set_aside.js";
import { HomeCircles } from "../modules/home_circles.js";
import { eraseResponse } from "./pupil_api.js";
import { ask } from "./sheet.js";
import { welcome } from "./welcome.js";

/** @typedef {import("./app.js").PupilApp} PupilApp */

/** The next pupil finds nothing of this one. What is unsent stays in the outbox and is sent. @param {PupilApp} app */
export async function handOver(app) {
  const { work } = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
  if (work.practice) return location.assign(`/c/${app.page.class_code}`);
  const isSent = !work.letter && work.saving !== "storing";
  const waits = isSent ? t("What you made has been sent.") : t("What you made is saved here, and is sent by itself.");
  const sure = await ask({
    title: t("Hand the tablet on?"),
    text: [
      work.pupil.corrects && !work.draft.complete ? t("You have not pressed Send yet, so what you sent before stands.") : waits,
      ...(countOf(work.pupil.set_aside) ? [t("What is set aside is only on this device, and goes away.")] : []),
      t("You need your own code to go on later: {code}", { code: work.pupil.personal_code }),
    ],
    yes: t("Hand on"),
    no: t("Go on"),
  });
  if (!sure) return undefined;
  await app.store?.signOut(work.pupil.uuid);
  return leave(app, work);
}

/** Erased with the municipality and on the device, after one question. @param {PupilApp} app */
export async function eraseEverything(app) {
  const { work } = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
  const sure = await ask({
    title: t("Erase everything you made?"),
    text: [t("It is erased here and with the municipality. It cannot be brought back.")],
    yes: t("Erase"),
    no: t("No, keep it"),
    danger: true,
  });
  if (!sure) return;
  const { uuid, sender, corrects } = work.pupil;
  // What is corrected may still be on its way, so the server must know it too.
  // One after the other: the store takes one change at a time, and says no to whoever would wait for long.
  const goOn = holdStill(app);
  let erased = await eraseResponse(uuid, String(sender.pupil));
  if (erased && corrects) erased = await eraseResponse(corrects.uuid, String(sender.pupil));
  goOn();
  if (!erased) {
    app.toasts.show(t("We cannot reach the network, so nothing is erased yet. Try again when the network is back."));
    return;
  }
  await app.store?.erase(uuid);
  await leave(app, work);
  app.toasts.show(t("Everything you made is erased."));
}

/** What would be made while everything is erased would be lost. @param {PupilApp} app @returns {() => void} to go on */
function holdStill({ place, toasts }) {
  const focused = /** @type {HTMLElement|null} */ (document.activeElement);
  place.inert = true;
  toasts.show(t("Erasing …"), undefined, 0);
  return () => {
    place.inert = false;
    toasts.clear();
    focused?.focus();
  };
}

/** @param {PupilApp} app @param {import("./lesson.js").Lesson["work"]} work */
async function leave(app, work) {
  // Pressed twice: the next one may have begun.
  if (app.lesson?.work !== work) return;
  new HomeCircles(work.pupil.seed, null).forget();
  app.lesson?.end();
  await app.show(await welcome(app));
}
