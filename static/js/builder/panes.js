// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { toggle } from "./top_bar.js";
/** @typedef {"outline"|"page"|"properties"} Pane */

/** Outline, page and properties side by side; where there is no room for all, one at a time. */
export class Panes {
  /** @param {HTMLElement} outline @param {HTMLElement} page @param {HTMLElement} properties */
  constructor(outline, page, properties) {
    this.menu = element("div", { class: "panes__menu", role: "group", "aria-label": t("View") });
    this.grid = element("div", { class: "panes__grid" }, outline, page, properties);
    this.element = element("div", { class: "panes" }, this.menu, this.grid);
    this.turn("outline");
  }

  /** @param {Pane} pane */
  turn(pane) {
    this.grid.dataset.pane = pane;
    const words = /** @type {[Pane, string][]} */ ([["outline", t("Outline")], ["page", t("The page")], ["properties", t("Properties")]]);
    const had = this.menu.contains(document.activeElement);
    this.menu.replaceChildren(...words.map(([name, label]) => toggle(label, name === pane, () => this.turn(name))));
    if (had) /** @type {HTMLElement|null} */ (this.menu.querySelector('[aria-pressed="true"]'))?.focus();
  }
}
