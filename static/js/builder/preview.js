// @ts-check
import { symbol } from "../map/symbols.js";
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { answerOf } from "./asking.js";
import { findPage, findQuestion } from "./finding.js";
import { drawPupilPage } from "./pupil_page.js";

const AFTER = 350;
const AGAIN = 5000;

/** The page that is looked at as respondents see it, drawn by the server; pressing a question chooses it. */
export class Preview {
  /** @param {import("./draft.js").Draft} draft @param {import("./types.js").PageData} data */
  constructor(draft, data) {
    this.draft = draft;
    this.data = data;
    this.frame = element("iframe", { class: "page-shown__frame", title: t("The page as respondents see it"), sandbox: "allow-same-origin" });
    this.told = element("p", { class: "page-shown__told", hidden: true });
    this.element = element("div", { class: "page-shown" }, this.told, this.frame);
    this.timer = 0;
    this.asked = 0;
    this.frame.addEventListener("load", () => this.shown());
    draft.follow((happened) => {
      if (happened === "selection") this.mark();
      if (happened !== "problems" && happened !== "locked") this.wait(happened === "typed" ? AFTER : 0);
    });
    this.wait(0);
  }

  get page() {
    const { document, selection } = this.draft;
    if (selection.kind === "page") return findPage(document, selection.name)?.index ?? 0;
    return selection.kind === "question" ? (findQuestion(document, selection.uid)?.page ?? 0) : 0;
  }

  /** @param {number} pause */
  wait(pause) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.draw(), pause);
  }

  async draw() {
    const wanted = { document: this.draft.document, page: this.page, language: this.draft.language };
    const before = this.drawn;
    if (before && before.document === wanted.document && before.page === wanted.page && before.language === wanted.language) return;
    const number = (this.asked += 1);
    const { status, content } = await answerOf(this.data.addresses.preview, this.data.csrf, wanted);
    if (number !== this.asked) return;
    this.told.hidden = status === 200;
    this.told.textContent = status === 200 ? "" : t("The page could not be drawn just now. Your change is kept here.");
    if (status !== 200) return this.wait(AGAIN);
    this.drawn = wanted;
    this.put(content, before?.page === wanted.page);
  }

  /** @param {string} html @param {boolean} same page as before: it stays where it was scrolled to */
  put(html, same) {
    const inside = this.frame.contentDocument;
    if (!inside?.querySelector("main, [data-pupil]")) {
      this.frame.srcdoc = html;
      return;
    }
    const made = new DOMParser().parseFromString(html, "text/html");
    const { scrollTop } = inside.documentElement;
    for (const name of ["lang", "dir"]) inside.documentElement.setAttribute(name, made.documentElement.getAttribute(name) ?? "");
    inside.body.replaceWith(inside.adoptNode(made.body));
    inside.documentElement.scrollTop = same ? scrollTop : 0;
    this.shown();
  }

  shown() {
    const inside = this.frame.contentDocument;
    if (!inside) return;
    drawPupilPage(inside);
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (inside.querySelectorAll("[data-symbol]"))) {
      const { symbol: name, colour, icon } = place.dataset;
      place.replaceChildren(symbol(/** @type {any} */ ({ symbol: name, colour, icon: icon || undefined })));
    }
    inside.body.addEventListener("click", (event) => this.pressed(event));
    this.mark();
  }

  /** @param {Event} event */
  pressed(event) {
    const target = /** @type {Element} */ (event.target);
    if (target.closest("a")) event.preventDefault();
    const uid = target.closest("[data-uid]")?.getAttribute("data-uid");
    if (uid && findQuestion(this.draft.document, uid)) this.draft.select({ kind: "question", uid });
    else if (target.closest("[data-page-title]")) this.draft.select({ kind: "page", name: this.draft.document.pages[this.page].name });
    else if (target.closest("[data-front], header")) this.draft.select({ kind: "front" });
  }

  /** Shows which question is chosen, and brings it into sight. */
  mark() {
    const { selection } = this.draft;
    const uid = selection.kind === "question" ? selection.uid : "";
    for (const place of this.frame.contentDocument?.querySelectorAll("[data-uid]") ?? []) {
      const chosen = place.getAttribute("data-uid") === uid;
      if (chosen && !place.classList.contains("is-chosen")) place.scrollIntoView({ block: "nearest" });
      place.classList.toggle("is-chosen", chosen);
    }
  }
}
