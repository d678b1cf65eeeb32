// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { saveToFile } from "../modules/save_to_file.js";
import { openSheet } from "./sheet.js";
import { savingText } from "./status_pill.js";

/** @typedef {import("./app.js").PupilApp} PupilApp */

const EXPLAINED = {
  nothing_yet: () => t("You have not made anything yet."),
  stored_here: () => t("What you made is safe on this device. It is being sent now."),
  waiting_for_network: () => t("What you made is safe on this device. You can go on. It is sent by itself when the network is back."),
  storing: () => t("This device is saving what you just made."),
  sent: () => t("What you made has arrived. You can go on from any device with your own code."),
  not_kept: () => t("This device does not let us save. What you make is sent at once when there is network. Keep the page open until it says Sent."),
  refused: () => t("What you made is safe on this device, but we were not allowed to send it. Show this to your teacher."),
  practice: () => t("This is practice. Nothing is saved or sent."),
};

/** Where the work is, said in whole sentences, and what can be done about it. @param {PupilApp} app */
export function openSavingSheet(app) {
  const { work } = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
  const { letter, saving } = work;
  const reasons = letter?.refusal?.messages || [];
  const waits = Boolean(letter);
  const sheet = openSheet({
    title: savingText(saving) || t("Saving"),
    class: "sheet--small",
    content: [
      element("p", {}, EXPLAINED[saving]()),
      reasons.length > 0 && element("ul", { class: "reasons" }, ...reasons.map((/** @type {string} */ reason) => element("li", {}, reason))),
    ],
    actions: [
      ...(waits ? [button(t("Save to a file"), () => letter && saveToFile(`lokalkjent-${letter.revision}.json`, letter.body), { icon: icon("download") })] : []),
      ...(waits && !letter?.refusal ? [button(t("Try to send now"), () => (sheet.close(), void app.outbox?.nudge(true)), { kind: "main" })] : []),
    ],
  });
}
