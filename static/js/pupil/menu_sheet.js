// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { keepWhatWasSent } from "./correcting.js";
import { eraseEverything, handOver } from "./leaving.js";
import { helpLines } from "./intro_screen.js";
import { personalCode } from "./joined_screen.js";
import { setAsideButton } from "./set_aside_screen.js";
import { openSheet } from "./sheet.js";

/** Who I am here, help, handing the tablet on, and erasing. @param {import("./app.js").PupilApp} app */
export function openMenu(app) {
  const { work } = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
  const { nickname, personal_code } = work.pupil;
  const then = (/** @type {() => void} */ run) => () => (sheet.close(), run());
  const sheet = openSheet({
    title: work.practice ? t("Practice") : t("You are {name}", { name: nickname }),
    class: "sheet--small",
    content: [
      personal_code && element("p", {}, t("Your own code:")),
      personal_code && personalCode(personal_code),
      element(
        "div",
        { class: "stack" },
        setAsideButton(app, () => sheet.close()),
        work.pupil.corrects && button(t("Keep what I sent before"), then(() => void keepWhatWasSent(app)), { icon: icon("undo") }),
        button(work.practice ? t("Stop practising") : t("Hand the tablet on"), then(() => void handOver(app)), { icon: icon("hand_over") }),
        !work.practice && button(t("Erase mine"), then(() => void eraseEverything(app)), { kind: "danger", icon: icon("bin") }),
      ),
      helpLines(app),
    ],
  });
}
