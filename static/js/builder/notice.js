// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";

/** What keeps the work from being saved, and how to go on. */
export class Notice {
  /** @param {import("./builder.js").Builder} builder */
  constructor(builder) {
    this.builder = builder;
    this.element = element("div", { class: "builder-notice", role: "alert" });
    this.shown = "";
  }

  /** @param {string} kind @param {string} text @param {...HTMLElement} deeds */
  put(kind, text, ...deeds) {
    if (this.shown === kind + text) return;
    this.shown = kind + text;
    const colour = kind === "stopped" ? "danger" : "warning";
    this.element.replaceChildren(element("div", { class: "ds-alert", "data-color": colour }, element("div", {}, element("p", { class: "ds-paragraph" }, text), ...deeds)));
  }

  /** What was told of this kind is over. @param {string} kind */
  settle(kind) {
    if (this.shown.startsWith(kind)) this.clear();
  }

  clear() {
    this.shown = "";
    this.element.replaceChildren();
  }

  /** @param {import("./saver.js").Saving} state @param {string} [message] */
  saving(state, message) {
    if (state === "failing") this.put(state, message ?? "");
    else if (state === "stopped") this.put(state, `${message} ${t("What you wrote stands here until you load what is saved.")}`, load());
    else this.settle("failing");
  }

  /** @param {{other: string, changed: boolean}} state */
  others({ other, changed }) {
    const { draft, saver } = this.builder;
    if (saver.state === "stopped") return;
    if (other) {
      draft.lock(true);
      this.put("other", t("{who} is building now. You can look, and take over when you have agreed on it.", { who: other }), this.takeOver());
    } else if (changed) {
      draft.lock(true);
      this.put("changed", t("The draft has been changed elsewhere since you opened it."), load());
    } else if (this.shown.startsWith("other") || this.shown.startsWith("changed")) {
      draft.lock(false);
      this.clear();
    }
  }

  takeOver() {
    const take = async () => {
      await this.builder.presence.ask("take");
      location.reload();
    };
    return element("button", { type: "button", class: "ds-button", "data-variant": "secondary", onclick: take }, t("Take over"));
  }
}

function load() {
  return element("button", { type: "button", class: "ds-button", "data-variant": "secondary", onclick: () => location.reload() }, t("Load what is saved"));
}
