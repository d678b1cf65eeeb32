// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { askedIn, spokenAsAsked } from "./asked_in.js";
import { cardScreen, paragraph } from "./card_screen.js";
import { readAloudButton } from "./read_aloud.js";
import { schoolScreen } from "./school_screen.js";
import { mapScreen } from "./map_screen.js";

/**
 * What this is for, who reads it, and whom to talk to: one thought a card.
 * @param {import("./app.js").PupilApp} app @param {number} [index]
 * @returns {import("./app.js").Screen}
 */
export function introScreen(app, index = 0) {
  const { intro, title } = app.page.questionnaire;
  const last = index === intro.length - 1;
  const text = app.say(intro[index]);
  const show = (/** @type {number} */ to) => void app.show(introScreen(app, to));
  return cardScreen({
    class: "card--intro",
    title: app.say(title),
    asked: spokenAsAsked(),
    top: progress(index, intro.length),
    children: [element("p", spokenAsAsked(), text), last && helpLines(app), readAloudButton(askedIn(app.page), () => text)],
    actions: [
      index > 0 && button(t("Back"), () => show(index - 1)),
      last ? button(t("Start"), () => void begin(app), { kind: "main" }) : button(t("Next"), () => show(index + 1), { kind: "main" }),
    ],
  });
}

/** Whom to talk to when something is hard. @param {import("./app.js").PupilApp} app */
export function helpLines({ page }) {
  const { helpline, adult, privacy_url } = page;
  return element(
    "div",
    { class: "help-lines" },
    adult && paragraph(t("You can talk to {adult}.", { adult })),
    helpline && element("p", {}, t("You can also call {name}:", { name: helpline.name }), " ", element("a", { href: `tel:${helpline.number.replace(/\s/g, "")}` }, helpline.number)),
    element("p", {}, element("a", { href: privacy_url, target: "_blank", rel: "noopener" }, t("What happens with what I tell?"))),
  );
}

/** @param {number} index @param {number} count */
function progress(index, count) {
  const dots = Array.from({ length: count }, (_, at) => element("span", { class: at === index ? "dot is-here" : "dot" }));
  return element("p", { class: "dots" }, element("span", { class: "unseen" }, t("{here} of {all}", { here: index + 1, all: count })), ...dots);
}

/** @param {import("./app.js").PupilApp} app */
async function begin(app) {
  const work = app.lesson?.work;
  if (work && !work.practice) await app.store?.changePupil(work.pupil.uuid, { intro_done: true });
  await app.show(app.page.school ? schoolScreen(app) : mapScreen(app));
}
