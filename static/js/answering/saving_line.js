// @ts-check
import { t } from "../modules/texts.js";

/** @param {import("./survey_work.js").SurveyWork} work @returns {string} always the truth about where the answers are */
function words({ saving, letter }) {
  const texts = {
    nothing_yet: "",
    practice: "",
    storing: t("Saving …"),
    stored_here: t("Saved here"),
    sent: t("Saved here and at the municipality. Not sent in yet."),
    waiting_for_network: t("Saved here. Will be sent when the network is back."),
    not_kept: t("Not saved. Keep the page open."),
    refused: `${t("Saved here, but the municipality cannot take it yet.")} ${letter?.refusal?.messages.join(" ") || ""}`.trim(),
  };
  return texts[saving];
}

/** Says in the page where the answers are. @param {HTMLElement} line @param {import("./survey_work.js").SurveyWork} work @param {AbortSignal} signal */
export function savingLine(line, work, signal) {
  const show = () => {
    const text = words(work);
    if (line.textContent !== text) line.textContent = text;
    line.dataset.saving = work.saving;
  };
  for (const name of ["storing", "change"]) work.addEventListener(name, show, { signal });
  for (const name of ["online", "offline"]) addEventListener(name, show, { signal });
  show();
}
