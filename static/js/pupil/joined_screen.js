// @ts-check
import { t } from "../modules/texts.js";
import { button, element } from "../modules/element.js";
import { cardScreen, paragraph } from "./card_screen.js";
import { introScreen } from "./intro_screen.js";

/** Nickname and code, the only things that lead back to the work. @param {import("./app.js").PupilApp} app */
export function joinedScreen(app) {
  const { pupil } = /** @type {import("./lesson.js").Lesson} */ (app.lesson).work;
  return cardScreen({
    class: "card--joined",
    title: t("You are {name}", { name: pupil.nickname }),
    children: [
      paragraph(t("That is your name here. No one needs to know who you are.")),
      personalCode(pupil.personal_code),
      paragraph(t("This is your own code. Write it down. With it you can go on from any device.")),
    ],
    actions: [button(t("I have written it down"), () => void app.show(introScreen(app)), { kind: "main" })],
  });
}

/** @param {string} code shown in two halves, read out sign by sign */
export function personalCode(code) {
  const signs = code.replace(/\s/g, "");
  const half = Math.ceil(signs.length / 2);
  return element("p", { class: "personal-code", dir: "ltr" }, element("span", { class: "unseen" }, signs.split("").join(" ")), element("span", { "aria-hidden": "true" }, `${signs.slice(0, half)} ${signs.slice(half)}`));
}
