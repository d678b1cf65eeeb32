// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { countOf, onlyIn, placesOf, setAside, withThings, without } from "../modules/set_aside.js";
import { symbol } from "../map/symbols.js";
import { enter } from "./begin.js";
import { cardScreen } from "./card_screen.js";
import { correct } from "./correcting.js";
import { titleOf, wordsOf } from "./mark_words.js";
import { chosen, lookUp, questionOf } from "./questionnaire.js";
import { smallMap } from "./small_map.js";

/**
 * @typedef {import("./app.js").PupilApp} PupilApp
 * @typedef {import("../modules/set_aside.js").Things} Things
 * @typedef {{things: Things, title: string, words: string, symbols: Element[]}} Row
 */

/** @param {PupilApp} app */
const workOf = (app) => /** @type {import("./pupil_work.js").PupilWork} */ (/** @type {import("./lesson.js").Lesson} */ (app.lesson).work);

/** @param {PupilApp} app */
export const openSetAside = (app) => void app.show(setAsideScreen(app));

/** The way to what is set aside; nothing where nothing is. @param {PupilApp} app @param {() => void} [before] */
export function setAsideButton(app, before) {
  const count = countOf(/** @type {import("./lesson.js").Lesson} */ (app.lesson).work.pupil.set_aside);
  if (!count) return null;
  const label = count === 1 ? t("1 thing is set aside") : t("{count} things are set aside", { count });
  return button(label, () => (before?.(), openSetAside(app)), { class: "button--aside", icon: icon("tray") });
}

/** Brings things along into the work; what was sent is corrected with them. @param {PupilApp} app @param {Things} things */
export async function takeAlong(app, things) {
  if (workOf(app).draft.complete && !(await correct(app))) return;
  await workOf(app).change(
    (draft) => withThings(draft, onlyIn(things, draft)),
    (pupil) => ({ set_aside: without(pupil.set_aside, things) }),
  );
}

/** What was made on one device only: looked at, brought along or thrown away. @param {PupilApp} app @returns {import("./app.js").Screen} */
export function setAsideScreen(app) {
  const work = workOf(app);
  const stop = new AbortController();
  const why = element("p");
  const map = element("div");
  const rows = element("ul", { class: "marks marks--aside" });
  const all = button(t("Take all along"), () => void inTurn(take)(aside()), { kind: "main" });
  const screen = cardScreen({
    class: "card--aside",
    title: t("Lies aside"),
    children: [why, map, rows],
    actions: [button(t("Back"), () => void enter(app)), all],
  });
  /** @type {ReturnType<typeof smallMap>|undefined} */
  let small;
  const aside = () => /** @type {Things} */ (work.pupil.set_aside || { marks: [], answers: {} });

  let turn = Promise.resolve();
  /** One after the other; what was seen to meanwhile is not here any more. @param {(things: Things) => Promise<any>} deed */
  const inTurn = (deed) => (/** @type {Things} */ things) => {
    const run = () => (countOf(onlyIn(things, aside())) ? undefined : deed(things));
    return (turn = turn.then(run, run));
  };

  /** @param {Things} things */
  async function take(things) {
    all.disabled = true;
    await takeAlong(app, things);
    all.disabled = false;
    if (!countOf(workOf(app).pupil.set_aside)) return enter(app);
    if (workOf(app) !== work) return app.show(setAsideScreen(app));
    screen.element.querySelector("h1")?.focus();
  }
  /** @param {Things} things */
  async function drop(things) {
    await change((left) => without(left, things));
    screen.element.querySelector("h1")?.focus();
    app.toasts.show(t("Thrown away."), { label: t("Undo"), run: () => void change((left) => setAside(left, things)) });
  }
  /** @param {(aside: import("../modules/set_aside.js").Draft|undefined) => import("../modules/set_aside.js").Draft|undefined} edit */
  async function change(edit) {
    await work.store.changePupil(work.pupil.uuid, (pupil) => ({ set_aside: edit(pupil.set_aside) }));
    await work.refresh();
  }
  function show() {
    const things = aside();
    small?.remove();
    small = things.marks.length ? smallMap(app, things.marks) : undefined;
    map.replaceChildren(...(small ? [small.element] : []));
    rows.replaceChildren(...rowsOf(app, things).map((row) => line(row, inTurn(take), inTurn(drop))));
    why.textContent = countOf(things) ? explained(work.draft.complete) : t("Nothing is set aside now.");
    all.hidden = !countOf(things);
  }
  work.addEventListener("change", show, { signal: stop.signal });
  show();
  return { ...screen, leave: () => (stop.abort(), small?.remove()) };
}

/** @param {boolean} sent */
function explained(sent) {
  return sent
    ? t("This was made on one device only, and is not in what you sent. To take it along is to correct what you sent.")
    : t("This was made on one device only, and is not in your work. It is kept here, and is not sent.");
}

/** @param {PupilApp} app @param {Things} things @returns {Row[]} */
function rowsOf(app, { marks, answers }) {
  const places = placesOf({ marks, answers: {} }).map((place) => ({
    things: { marks: place, answers: {} },
    title: titleOf(app, place),
    words: wordsOf(app, place),
    symbols: place.flatMap((mark) => lookUp(app.page.questionnaire, mark).category || []).map((category) => symbol(/** @type {any} */ (category))),
  }));
  const answered = Object.entries(answers).map(([variable, value]) => {
    const question = questionOf(app.page.questionnaire, variable);
    const words = question?.choices ? chosen(question, value).map((choice) => app.say(choice.label)).join(", ") : String(value);
    return { things: { marks: [], answers: { [variable]: value } }, title: app.say(question?.label) || variable, words, symbols: [] };
  });
  return [...places, ...answered];
}

/** @param {Row} row @param {(things: Things) => Promise<any>} take @param {(things: Things) => Promise<any>} drop */
function line({ things, title, words, symbols }, take, drop) {
  return element(
    "li",
    { class: "mark mark--aside" },
    element("span", { class: "mark__symbols" }, ...symbols),
    element("span", { class: "mark__words" }, element("strong", {}, title), element("span", {}, words)),
    button(t("Take along"), () => void take(things), { "aria-label": t("Take along: {title}", { title }) }),
    button(t("Throw away: {title}", { title }), () => void drop(things), { kind: "plain", class: "only-icon", icon: icon("bin") }),
  );
}
