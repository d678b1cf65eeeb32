// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { icon } from "../modules/icons.js";
import { saveToFile } from "../modules/save_to_file.js";
import { cardScreen, paragraph } from "./card_screen.js";
import { withRest } from "./rest_of_page.js";
import { languageLinks } from "./language_links.js";

/** @typedef {import("./app.js").PupilApp} PupilApp */

/** Who is at the tablet now? @param {PupilApp} app */
export async function welcome(app) {
  if (app.page.practice) return practiceWelcome(app);
  const pupils = ((await app.store?.pupils()) || []).filter(
    (pupil) => pupil.signed_in && pupil.class_code.toUpperCase() === app.page.class_code.toUpperCase(),
  );
  const left = await leftBehind(app);
  return pupils.length ? returning(app, pupils, left) : newcomer(app, left);
}

/** What the server refused of somebody who has gone: still here, and can be saved. @param {PupilApp} app */
async function leftBehind(app) {
  const refused = ((await app.store?.letters()) || []).filter((letter) => letter.refusal);
  if (!refused.length) return null;
  const save = () => refused.forEach((letter) => saveToFile(`lokalkjent-${letter.revision}.json`, letter.body));
  return element("div", { class: "note" }, paragraph(t("Something that was made on this device could not be sent. Tell your teacher.")), button(t("Save to a file"), save, { kind: "plain", icon: icon("download") }));
}

/** @param {PupilApp} app */
function classLabel(app) {
  return element("p", { class: "class-label" }, icon("school"), element("bdi", {}, app.page.class_label));
}

/** @param {PupilApp} app @param {import("../modules/device_store.js").Pupil[]} pupils @param {HTMLElement|null} leftBehind */
function returning(app, pupils, leftBehind) {
  return cardScreen({
    class: "card--welcome",
    title: t("Hello again!"),
    top: classLabel(app),
    children: [paragraph(t("Who are you?")), leftBehind],
    actions: [
      ...pupils.map((pupil) => button(t("Go on as {name}", { name: pupil.nickname }), () => void withRest(app, (begin) => begin.goOn(app, pupil)), { kind: "main" })),
      button(t("I am someone else"), () => void app.show(newcomer(app)), { kind: "quiet" }),
    ],
  });
}

/** @param {PupilApp} app @param {HTMLElement|null} [leftBehind] @returns {import("./app.js").Screen} */
export function newcomer(app, leftBehind = null) {
  const closed = app.page.class_status === "closed" || app.page.class_status === "planned";
  const text = closed
    ? t("The class is not open now. Do you have a code from before? Then you can see what happened.")
    : t("Show us the roads you use, and what is good and not so good where you live.");
  return cardScreen({
    class: "card--welcome",
    title: t("You know this place best"),
    top: classLabel(app),
    children: [paragraph(text), languageLinks(app.page), leftBehind],
    actions: [
      !closed && button(t("Join in"), ({ currentTarget }) => void withRest(app, (begin) => begin.beginAsNew(app, /** @type {HTMLButtonElement} */ (currentTarget))), { kind: "main" }),
      button(t("I have my own code"), () => void withRest(app, (begin) => app.show(begin.codeScreen(app))), { kind: "quiet", icon: icon("key") }),
      !closed && element("a", { class: "button button--plain", href: `/c/${app.page.class_code}/practice` }, t("Just practise")),
    ],
  });
}

/** @param {PupilApp} app */
function practiceWelcome(app) {
  return cardScreen({
    class: "card--welcome",
    title: t("Practice"),
    top: classLabel(app),
    children: [paragraph(t("Try everything. Nothing you make here is saved or sent.")), languageLinks(app.page)],
    actions: [
      button(t("Start to practise"), () => void withRest(app, (begin) => begin.beginPractice(app)), { kind: "main" }),
      element("a", { class: "button button--plain", href: `/c/${app.page.class_code}` }, t("Back to the class")),
    ],
  });
}
