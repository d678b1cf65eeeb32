// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { cardScreen, paragraph } from "./card_screen.js";
import { heardList } from "./heard_list.js";
import { helpLines } from "./intro_screen.js";
import { personalCode } from "./joined_screen.js";
import { eraseEverything, handOver } from "./leaving.js";
import { statusPill } from "./status_pill.js";

/** The code to keep, what happens next, and later what was heard. @param {import("./app.js").PupilApp} app @returns {import("./app.js").Screen} */
export function thanksScreen(app) {
  const lesson = /** @type {import("./lesson.js").Lesson} */ (app.lesson);
  const { work } = lesson;
  const stop = new AbortController();
  if (work.practice) return practiceThanks(app);
  const arriving = element("p", { class: "arriving", role: "status" });
  const promise = element("p");
  const heard = heardList(app);
  const showArrival = () => {
    arriving.hidden = work.saving === "sent";
    if (work.saving === "sent") void lesson.news?.look();
    arriving.textContent = work.saving === "sent" ? "" : t("It has not arrived yet. It is saved here and is sent by itself. Keep the page open if you can.");
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
      promise,
      paragraph(t("Keep your code. With it you can see what happens.")),
      personalCode(work.pupil.personal_code),
      heard.element,
      helpLines(app),
    ],
    actions: [
      button(t("Erase mine"), () => void eraseEverything(app), { kind: "plain" }),
      button(t("Hand the tablet on"), () => void handOver(app), { kind: "main", icon: icon("hand_over") }),
    ],
  });
  return { ...screen, leave: () => stop.abort() };
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
