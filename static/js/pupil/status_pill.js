// @ts-check
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { openSavingSheet } from "./saving_sheet.js";

/** @typedef {import("./pupil_work.js").Saving} Saving */

const ICONS = /** @type {Record<Saving, string>} */ ({
  nothing_yet: "device", storing: "device", stored_here: "device", waiting_for_network: "device", sent: "check", not_kept: "warning", refused: "warning", practice: "pencil",
});

/** @param {Saving} saving @returns {string} always the truth about where the work is */
export function savingText(saving) {
  const texts = {
    nothing_yet: "",
    storing: t("Saving …"),
    stored_here: t("Saved here"),
    waiting_for_network: t("Saved here. Will be sent when the network is back."),
    sent: t("Sent"),
    not_kept: t("Not saved. Keep the page open."),
    refused: t("Saved here, but not sent. See why."),
    practice: t("Practice – not saved"),
  };
  return texts[saving];
}

/** Where the work is now, in a few words; pressed, in more. @param {import("./app.js").PupilApp} app @param {AbortSignal} signal */
export function statusPill(app, signal) {
  const work = /** @type {import("./lesson.js").Lesson} */ (app.lesson).work;
  const text = element("span", { role: "status" });
  const pill = element("button", { type: "button", class: "pill", onclick: () => openSavingSheet(app) }, element("span", { class: "pill__icon" }), text);
  /** @type {Saving|null} */
  let before = null;
  const show = () => {
    const { saving } = work;
    if (saving === before) return;
    before = saving;
    pill.hidden = saving === "nothing_yet";
    pill.dataset.saving = saving;
    text.textContent = savingText(saving);
    pill.firstElementChild?.replaceChildren(icon(ICONS[saving]));
  };
  work.addEventListener("storing", show, { signal });
  work.addEventListener("change", show, { signal });
  addEventListener("online", show, { signal });
  addEventListener("offline", show, { signal });
  show();
  return pill;
}
