// @ts-check
import { oneAtATime } from "../modules/one_at_a_time.js";
import { t } from "../modules/texts.js";
import { isAnswered } from "./answered_mark.js";
import { fetchByCode } from "./calls.js";

/** @typedef {import("./respondent.js").Respondent} Respondent */

/**
 * The way in: begin, go on with what lies here, or with a code from another device.
 * @param {import("./app.js").SurveyApp} app
 */
export function startCard(app) {
  const card = app.screens.of("start");
  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (card.querySelector(`[data-${name}]`));
  const [begin, goOn, anew] = ["begin", "go-on", "begin-anew"].map(find);
  /** @type {HTMLElement|null} */
  const before = card.querySelector("[data-answered-before]");
  /** @type {Respondent|undefined} */
  let here;
  begin.addEventListener("click", (event) => {
    event.preventDefault();
    if (before && isAnswered() && !app.data.ticket) askFirst(before);
    else void app.begin();
  });
  before?.querySelector("[data-begin-again]")?.addEventListener("click", (event) => {
    event.preventDefault();
    void app.begin();
  });
  goOn.addEventListener("click", () => here && void app.goOn(here.uuid));
  anew.addEventListener("click", () => void app.begin());
  const form = card.querySelector("[data-code-form]");
  if (form) codeForm(app, /** @type {HTMLFormElement} */ (form), find("has-code"));

  /** One answer each: somebody else may have used this browser. @param {HTMLElement} before */
  function askFirst(before) {
    before.hidden = false;
    /** @type {HTMLElement} */ (before.querySelector("h2")).focus();
  }
  return {
    /** @param {Respondent|undefined} respondent whose answer is under way here */
    show(respondent) {
      here = respondent;
      begin.hidden = Boolean(respondent);
      goOn.hidden = anew.hidden = !respondent;
      if (before) before.hidden = true;
    },
    focus() {
      (here ? goOn : begin).focus({ preventScroll: true });
    },
  };
}

/** @param {import("./app.js").SurveyApp} app @param {HTMLFormElement} form @param {HTMLElement} opener */
function codeForm(app, form, opener) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("#code"));
  const wrong = /** @type {HTMLElement} */ (form.querySelector("#code-wrong"));
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    form.hidden = false;
    input.focus();
  });
  const fetchOnce = oneAtATime(() => fetchByCode(app.data.activity, input.value, app.data.own));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetchOnce();
    if (!answer) return undefined;
    // Whoever began in another way meanwhile goes on with that.
    if (app.answering || app.entering) return undefined;
    if ("uuid" in answer) return app.goOnWith(answer);
    wrong.textContent = answer.error || t("We cannot reach the network. Try again in a moment.");
    wrong.hidden = false;
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", "code-wrong");
    return input.focus();
  });
}
