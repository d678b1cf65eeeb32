// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { markRow } from "./mark_row.js";
import { inOrder } from "./marks_order.js";
/** @typedef {import("./types.js").PlannersMark} PlannersMark */

const PART = 150;
// Rows that stand before one that is brought into view from far off.
const BEFORE = 20;
const COLUMNS = ["label", "text", "class", "zone", "season", "week"];
// What some activities have nothing of: then the others get its room.
const MAY_BE_EMPTY = ["class", "zone", "season"];

/** The table of marks: sorted, a part of the rows at a time, rows reached by arrow keys. */
export class MarksTable {
  /**
   * @param {{frame: HTMLElement, earlier: HTMLElement, further: HTMLElement}} places buttons before and after the part that is shown
   * @param {{
   *   categories: import("../map/types.js").Category[], language: string, mayModerate: boolean, mayDelete: boolean,
   *   onShow: (id: number) => void, onPicked: (ids: number[]) => void, onVerb: (verb: import("./types.js").Verb, ids: number[]) => void,
   * }} how
   */
  constructor({ frame, earlier, further }, how) {
    this.how = how;
    this.frame = frame;
    this.earlier = earlier;
    this.further = further;
    /** @type {PlannersMark[]} */ this.marks = [];
    /** @type {Map<number, PlannersMark>} */ this.known = new Map();
    /** @type {PlannersMark[]} */ this.sorted = [];
    /** @type {Set<number>} */ this.picked = new Set();
    /** @type {number | null} */ this.chosen = null;
    this.columns = COLUMNS;
    this.key = "urgency";
    this.descending = false;
    this.from = 0;
    this.until = PART;
    this.body = element("tbody");
    this.head = element("thead");
    frame.append(element("table", { class: "ds-table" }, this.head, this.body));
    further.addEventListener("click", () => {
      const first = this.body.rows.length;
      this.showRows(this.from, this.until + PART);
      if (further.hidden) this.focusRow(first);
    });
    earlier.addEventListener("click", () => {
      this.showRows(this.from - PART, this.until);
      if (earlier.hidden) this.focusRow(0);
    });
    this.body.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** @param {PlannersMark[]} marks */
  set(marks) {
    this.marks = marks;
    this.known = new Map(marks.map((mark) => [mark.id, mark]));
    this.columns = COLUMNS.filter((key) => !MAY_BE_EMPTY.includes(key) || marks.some((mark) => /** @type {Record<string, any>} */ (mark)[key]));
    this.sort();
  }

  sort() {
    [this.from, this.until] = [0, PART];
    this.sorted = inOrder(this.marks.filter((mark) => !mark.gone), this.key, this.descending, this.how.language);
    this.drawHead();
    this.draw();
  }

  drawHead() {
    /** @type {Record<string, string>} */
    const labels = { label: t("Category"), text: t("Text"), class: t("Class"), zone: t("Zone"), season: t("Season"), week: t("Week") };
    const cells = this.columns.map((key) => {
      const sorted = key === this.key ? (this.descending ? "descending" : "ascending") : "none";
      return element("th", { scope: "col", "aria-sort": sorted }, element("button", { type: "button", onclick: () => this.sortBy(key) }, labels[key]));
    });
    const all = /** @type {HTMLInputElement} */ (
      element("input", { type: "checkbox", "aria-label": t("All rows"), onchange: () => this.pickAll(all.checked) })
    );
    all.checked = this.picked.size > 0 && this.picked.size === this.sorted.length;
    const { mayModerate } = this.how;
    this.head.replaceChildren(element("tr", {}, mayModerate && element("td", {}, all), ...cells));
  }

  draw() {
    const rows = this.sorted.slice(this.from, this.until).map((mark) => this.rowOf(mark));
    this.body.replaceChildren(...rows);
    this.tellOfOthers();
  }

  tellOfOthers() {
    this.frame.hidden = !this.sorted.length;
    this.earlier.hidden = !this.from;
    this.further.hidden = this.until >= this.sorted.length;
  }

  /** Tens of thousands of rows at once would stop the browser. @param {number} from @param {number} until places among the sorted */
  showRows(from, until) {
    [this.from, this.until] = [Math.max(0, from), until];
    this.draw();
  }

  /** Whoever pressed a button that is there no longer goes on from here. @param {number} place among those shown */
  focusRow(place) {
    /** @type {HTMLElement | null | undefined} */ (this.body.rows[place]?.querySelector(".mark__show"))?.focus();
  }

  /** @param {PlannersMark} mark */
  rowOf(mark) {
    const { categories, mayModerate, mayDelete, onShow, onVerb } = this.how;
    return markRow(mark, {
      category: categories.find(({ code }) => code === mark.category),
      chosen: mark.id === this.chosen,
      picked: this.picked.has(mark.id),
      columns: this.columns,
      mayModerate,
      mayDelete,
      onShow: () => onShow(mark.id),
      onPick: (on) => this.pick([mark.id], on),
      onVerb: (verb) => onVerb(verb, [mark.id]),
    });
  }

  /** Draws the rows of these marks anew, where they stand. @param {number[]} ids */
  refresh(ids) {
    for (const id of ids) {
      const row = this.body.querySelector(`[data-id="${id}"]`);
      const mark = this.known.get(id);
      const focused = row?.contains(document.activeElement);
      if (!row || !mark) continue;
      const next = mark.gone ? row.nextElementSibling : this.rowOf(mark);
      if (mark.gone) row.remove();
      else if (next) row.replaceWith(next);
      if (focused && next) /** @type {HTMLElement | null} */ (next.querySelector(".mark__show"))?.focus();
    }
    this.leaveOutGone();
  }

  /** What was not deleted after all stands where it stood. */
  bringBack() {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest("[data-id]"))?.dataset.id;
    this.sorted = inOrder(this.marks.filter((mark) => !mark.gone), this.key, this.descending, this.how.language);
    this.until = Math.max(this.until, this.from + PART);
    this.draw();
    if (focused) /** @type {HTMLElement | null} */ (this.body.querySelector(`[data-id="${focused}"] .mark__show`))?.focus();
  }

  /** The part that is shown stays what lies between `from` and `until`, so that rows are found where they stand. */
  leaveOutGone() {
    const left = (/** @type {PlannersMark[]} */ marks) => marks.filter((mark) => !mark.gone);
    const [before, shown] = [left(this.sorted.slice(0, this.from)).length, left(this.sorted.slice(this.from, this.until)).length];
    const sorted = left(this.sorted);
    if (sorted.length === this.sorted.length) return;
    this.sorted = sorted;
    [this.from, this.until] = [before, before + shown];
    if (shown) return this.tellOfOthers();
    this.showRows(before ? before - PART : 0, before || PART);
  }

  /** @param {string} key */
  sortBy(key) {
    this.descending = this.key === key && !this.descending;
    this.key = key;
    this.sort();
    const index = this.columns.indexOf(key);
    /** @type {HTMLElement | undefined} */ ([...this.head.querySelectorAll("button")][index])?.focus();
  }

  /** @param {number[]} ids @param {boolean} on */
  pick(ids, on) {
    for (const id of ids) on ? this.picked.add(id) : this.picked.delete(id);
    this.how.onPicked([...this.picked]);
  }

  /** @param {boolean} on */
  pickAll(on) {
    this.pick(this.sorted.map(({ id }) => id), on);
    this.draw();
  }

  unpick() {
    this.picked.clear();
    this.how.onPicked([]);
    this.drawHead();
    this.draw();
  }

  /** Lifts a row out; brings it into view when asked. @param {number} id @param {boolean} scroll */
  choose(id, scroll) {
    const before = this.chosen;
    this.chosen = id;
    const place = this.sorted.findIndex((mark) => mark.id === id);
    const isFar = place < this.from - PART || place >= this.until + PART;
    if (isFar) this.showRows(place - BEFORE, place - BEFORE + PART);
    else if (place < this.from || place >= this.until) this.showRows(Math.min(this.from, place), Math.max(this.until, place + 1));
    this.refresh([before ?? 0, id]);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (scroll) this.body.querySelector(`[data-id="${id}"]`)?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const button = event.target instanceof Element ? event.target.closest(".mark__show") : null;
    if (!way || !button) return;
    const row = /** @type {HTMLTableRowElement | null} */ (button.closest("tr"));
    if (way > 0 && row === this.body.rows[this.body.rows.length - 1] && !this.further.hidden) {
      event.preventDefault();
      const first = this.body.rows.length;
      this.showRows(this.from, this.until + PART);
      return this.focusRow(first);
    }
    if (way < 0 && row === this.body.rows[0] && !this.earlier.hidden) {
      event.preventDefault();
      const before = this.from;
      this.showRows(before - PART, this.until);
      return this.focusRow(before - this.from - 1);
    }
    const buttons = /** @type {HTMLElement[]} */ ([...this.body.querySelectorAll(".mark__show")]);
    const next = buttons[buttons.indexOf(/** @type {HTMLElement} */ (button)) + way];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}
