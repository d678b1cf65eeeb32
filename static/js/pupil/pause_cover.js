// @ts-check
import { t } from "../modules/texts.js";
import { element } from "../modules/element.js";
import { icon } from "../modules/icons.js";

/** The teacher has asked everyone to look up. What is being drawn waits below, untouched. */
export class PauseCover {
  /** @param {import("./app.js").PupilApp} app */
  constructor(app) {
    this.app = app;
    this.element = element(
      "dialog",
      { class: "pause", "aria-labelledby": "pause-title" },
      icon("pause"),
      element("h2", { id: "pause-title" }, t("A short break")),
      element("p", {}, t("Your teacher wants you to look up. What you have made is safe. You go on when the break is over.")),
    );
    this.element.addEventListener("cancel", (event) => event.preventDefault());
  }

  /** @param {boolean} paused */
  show(paused) {
    if (paused === this.element.open) return;
    if (!paused) {
      this.element.close();
      this.element.remove();
      return;
    }
    this.app.root.append(this.element);
    this.element.showModal();
  }
}
