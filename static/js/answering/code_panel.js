// @ts-check
import { oneAtATime } from "../modules/one_at_a_time.js";
import { t } from "../modules/texts.js";
import { askForCode } from "./calls.js";

/**
 * *Get a code*: shown once, in the page, to go on with the answer on another device.
 * @param {HTMLElement} form @param {import("./answering.js").Answering} answering @param {AbortSignal} signal
 */
export function codePanel(form, answering, signal) {
  /** @type {HTMLButtonElement|null} */
  const opener = form.querySelector("[data-ask-code]");
  if (!opener) return;
  const panel = /** @type {HTMLElement} */ (form.querySelector("[data-code-panel]"));
  const [told, itself, works] = ["told", "itself", "works"].map((part) => /** @type {HTMLElement} */ (panel.querySelector(`[data-code-${part}]`)));
  const close = () => (panel.hidden = true);
  panel.querySelector("button")?.addEventListener("click", () => (close(), opener.focus()), { signal });
  signal.addEventListener("abort", close);
  form.addEventListener("page-turned", close, { signal });

  async function give() {
    const { work, data } = answering;
    await answering.keep();
    if (!work.draft.revision) await work.change((draft) => draft);
    await work.send();
    const { code = "", error } = await askForCode(work.pupil.uuid, data.own);
    // Somebody else may have begun meanwhile.
    if (signal.aborted) return;
    told.textContent = code ? t("Write this code down:") : error || t("We cannot reach the network. Try again in a moment.");
    itself.textContent = code;
    itself.hidden = works.hidden = !code;
    panel.hidden = false;
    // Whoever has gone on meanwhile stays there.
    if ([null, document.body, opener].includes(/** @type {HTMLButtonElement|null} */ (document.activeElement))) panel.focus();
  }
  // A new code puts the one before out of use.
  const ask = oneAtATime(give);
  opener.addEventListener("click", () => void ask(), { signal });
}
