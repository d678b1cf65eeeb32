// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { followPointer } from "./dragging.js";
import { movePage, moveQuestion, shiftQuestion } from "./editing.js";
import { findPage, findQuestion } from "./finding.js";
import { focusOn, keepFocus } from "./keep_focus.js";
import { counts, pageRow, questionRow } from "./outline_rows.js";
import { called, pageCalled } from "./words.js";

/** All pages and questions in their order: chosen here, and moved with buttons, keys or by dragging. */
export class Outline {
  /** @param {import("./builder.js").Builder} builder */
  constructor(builder) {
    this.builder = builder;
    this.draft = builder.draft;
    this.element = element("nav", { class: "outline-pane", "aria-label": t("Outline") });
    this.draft.follow((happened) => happened !== "language" && this.draw());
    this.element.addEventListener("keydown", (event) => this.pressed(event));
    followPointer(this.element, { question: (uid, to) => this.drop(uid, to), page: (name, to) => this.dropPage(name, to) });
    this.draw();
  }

  draw() {
    const { document, selection } = this.draft;
    const front = element(
      "button",
      { type: "button", class: "outline-row__name outline-front", "data-focus": "front", "aria-current": selection.kind === "front" ? "true" : null, onclick: () => this.builder.show({ kind: "front" }) },
      t("Title and introduction"),
      ...counts(this.draft, { kind: "front" }),
    );
    const pages = document.pages.map((page, index) => this.pageItem(page, index));
    const more = element("button", { type: "button", class: "ds-button", "data-variant": "tertiary", "data-focus": "add-page", disabled: this.draft.locked, onclick: () => this.builder.addPage() }, t("Add a page"));
    keepFocus(this.element, () => this.element.replaceChildren(front, element("ol", { class: "outline-pages" }, ...pages), more));
  }

  /** @param {import("./types.js").Page} page @param {number} index */
  pageItem(page, index) {
    const rows = page.questions.map((question) => this.questionItem(question));
    return element(
      "li",
      { "data-page": page.name },
      pageRow(this, page, index),
      element("ol", { class: "outline-questions", "data-list": page.name }, ...rows),
      this.builder.picker.place({ page: page.name }),
    );
  }

  /** @param {import("./types.js").Question} question @returns {HTMLElement} */
  questionItem(question) {
    const about = [...(question.followups ?? []), ...(question.categories ?? []).flatMap(({ followups }) => followups ?? [])];
    const inner = about.length ? element("ol", { class: "outline-about" }, ...about.map((one) => this.questionItem(one))) : null;
    return element("li", { "data-question": question.uid }, questionRow(this, question), inner);
  }

  /** Moving by keys, where a row has the focus. @param {KeyboardEvent} event */
  pressed(event) {
    const by = event.altKey && event.key === "ArrowUp" ? -1 : event.altKey && event.key === "ArrowDown" ? 1 : 0;
    const item = by ? /** @type {Element} */ (event.target).closest("li[data-question], li[data-page]") : null;
    if (!(item instanceof HTMLElement)) return;
    event.preventDefault();
    if (item.dataset.question) this.shift(item.dataset.question, by < 0 ? -1 : 1);
    else if (item.dataset.page) this.shiftPage(item.dataset.page, by < 0 ? -1 : 1);
  }

  /** @param {string} uid @param {-1|1} by @param {string} [button] which has the focus afterwards */
  shift(uid, by, button = `question-${uid}`) {
    if (this.draft.change((document) => shiftQuestion(document, uid, by))) this.sayMoved(uid, button);
  }

  /** @param {string} name @param {-1|1} by @param {string} [button] */
  shiftPage(name, by, button = `page-${name}`) {
    const at = findPage(this.draft.document, name)?.index ?? 0;
    this.dropPage(name, at + by, button);
  }

  /** @param {string} uid @param {{before?: string, page?: string}} to */
  drop(uid, to) {
    const moved = this.draft.change((document) => {
      const found = findQuestion(document, uid);
      const next = to.before ? findQuestion(document, to.before) : undefined;
      const list = next?.list ?? findPage(document, to.page ?? "")?.page.questions;
      // What is asked about marks stays with its map question.
      if (!found || !list || (found.owner && list !== found.list) || (next?.owner && list !== found.list)) return false;
      const rest = list.filter((one) => one !== found.question);
      return moveQuestion(document, uid, list, next ? rest.indexOf(next.question) : rest.length);
    });
    if (moved) this.sayMoved(uid, `question-${uid}`);
  }

  /** @param {string} name @param {number} to @param {string} [button] */
  dropPage(name, to, button = `page-${name}`) {
    if (!this.draft.change((document) => movePage(document, name, to))) return;
    const found = findPage(this.draft.document, name);
    const { pages } = this.draft.document;
    if (found) this.builder.announcer.say(t("“{name}” is page {place} of {count}", { name: pageCalled(found.page, found.index, this.draft.language), place: found.index + 1, count: pages.length }));
    focusOn(this.element, button) ?? focusOn(this.element, `page-${name}`);
  }

  /** @param {string} uid @param {string} button */
  sayMoved(uid, button) {
    const found = findQuestion(this.draft.document, uid);
    if (!found) return;
    const values = { name: called(found.question, this.draft.language, this.builder.data.types), place: found.index + 1, count: found.list.length, page: found.page + 1 };
    this.builder.announcer.say(t("“{name}” is number {place} of {count} on page {page}", values));
    focusOn(this.element, button) ?? focusOn(this.element, `question-${uid}`);
  }
}
