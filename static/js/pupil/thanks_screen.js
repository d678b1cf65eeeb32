// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { cardScreen, paragraph } from "./card_screen.js";
import { correct } from "./correcting.js";
import { heardList } from "./heard_list.js";
import { helpLines } from "./intro_screen.js";
import { personalCode } from "./joined_screen.js";
import { eraseEverything, handOver } from "./leaving.js";
import { mapScreen } from "./map_screen.js";
import { setAsideButton } from "./set_aside_screen.js";
import { statusPill } from "./status_pill.js";

/** The code to keep, what happens next, and later what was heard. @param {import("./app.js").PupilApp} app @returns {import("./app.js").Screen} */
export function thanksScreen(app) {
  const lesson = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
  if (lesson.work.practice) return practiceThanks(app);
  const work = /** @type {import("./pupil_work.js").PupilWork} */ (lesson.work);
  const stop = new AbortController();
  const arriving = element("p", { class: "arriving", role: "status" });
  const promise = element("p");
  const heard = heardList();
  const aside = element("div");
  const showArrival = () => {
    if (work.saving === "sent") void lesson.news?.look();
    arriving.textContent = arrival(work);
    arriving.hidden = !arriving.textContent;
    const button = setAsideButton(app);
    aside.hidden = !button;
    if (button) aside.replaceChildren(button);
  };
  const showNews = (/** @type {any} */ news) => {
    promise.textContent = news.heard?.length ? "" : news.promise || app.page.promise || "";
    promise.hidden = !promise.textContent;
    heard.show(news);
  };
  work.addEventListener("change", showArrival, { signal: stop.signal });
  work.addEventListener("news", (event) => showNews(/** @type {CustomEvent} */ (event).detail), { signal: stop.signal });
  showArrival();
  showNews(lesson.news?.latest || {});
  const screen = cardScreen({
    class: "card--thanks",
    title: t("Thank you!"),
    top: statusPill(app, stop.signal),
    children: [
      arriving,
      aside,
      promise,
      paragraph(t("Keep your code. With it you can see what happens.")),
      personalCode(work.pupil.personal_code),
      heard.element,
      helpLines(app),
    ],
    actions: [
      button(t("Erase mine"), () => void eraseEverything(app), { kind: "plain" }),
      correctButton(app),
      button(t("Hand the tablet on"), () => void handOver(app), { kind: "main", icon: icon("hand_over") }),
    ],
  });
  return { ...screen, leave: () => stop.abort() };
}

/** How far it has come, in a sentence; nothing where there is nothing to say. @param {import("./pupil_work.js").PupilWork} work */
function arrival({ saving, pupil, letter, draft }) {
  const isCorrection = Boolean(pupil.sender.replaces);
  if (isCorrection && !draft.complete) return t("You have not pressed Send yet, so what you sent before stands.");
  if (saving === "sent") return isCorrection ? t("What you corrected has come through. That is what counts now, not what you sent before.") : "";
  if (letter?.refusal?.status === 422) return t("It is saved here, but something in it must be corrected before it can be sent.");
  if (letter?.refusal) return t("It is saved here, but we were not allowed to send it. Tell your teacher.");
  const waits = t("It has not arrived yet. It is saved here and is sent by itself. Keep the page open if you can.");
  return isCorrection ? [waits, t("What you sent before stands until then.")].join(" ") : waits;
}

/** Nothing where nothing is taken in any more. @param {import("./app.js").PupilApp} app */
function correctButton(app) {
  if (app.page.over) return null;
  const pressed = button(t("Correct my answer"), () => void begin(), { icon: icon("pencil") });
  async function begin() {
    pressed.disabled = true;
    if (await correct(app)) return app.show(mapScreen(app));
    pressed.disabled = false;
  }
  return pressed;
}

/** @param {import("./app.js").PupilApp} app */
function practiceThanks(app) {
  return cardScreen({
    class: "card--thanks",
    title: t("Well done!"),
    children: [paragraph(t("That was practice. Nothing was saved or sent."))],
    actions: [button(t("Stop practising"), () => void handOver(app), { kind: "main" })],
  });
}
