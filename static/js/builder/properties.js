// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { conditionEditor } from "./editors/condition.js";
import { EDITORS } from "./editors/index.js";
import { constraint, requiredMessage } from "./editors/own_messages.js";
import { typeMenu } from "./editors/type_menu.js";
import { labelled, problemAt } from "./fields.js";
import { findPage, findQuestion } from "./finding.js";
import { keepFocus } from "./keep_focus.js";
import { variableFrom, isUnnamed } from "./minting.js";
import { isAround, tellProblems } from "./problems.js";
import { rename } from "./renaming.js";
import { frontFields } from "./front_fields.js";
import { textField } from "./texts_edited.js";
import { toldOf } from "./told.js";
import { pageCalled } from "./words.js";
/** @typedef {import("./editors/types.js").Edited} Edited */

/** Everything about what is chosen in the outline. */
export class Properties {
  /** @param {import("./builder.js").Builder} builder */
  constructor(builder) {
    this.builder = builder;
    this.draft = builder.draft;
    this.shown = "";
    this.element = element("section", { class: "properties-pane", "aria-label": t("Properties") });
    this.draft.follow((happened) => (happened === "problems" || happened === "typed" ? this.tell() : this.draw()));
    // What is folded away is told of around it.
    this.element.addEventListener("toggle", () => this.tell(), true);
    this.draw();
  }

  draw() {
    keepFocus(this.element, () => this.element.replaceChildren(...this.fields().filter((one) => one instanceof Node)));
    this.tell();
    const shown = JSON.stringify(this.draft.selection);
    if (shown !== this.shown) this.element.scrollTop = 0;
    this.shown = shown;
  }

  tell() {
    tellProblems(this.element, toldOf(this.draft, this.draft.selection));
  }

  /** Into the field of this path, or the nearest around it. @param {string} path */
  reach(path) {
    const fields = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll("[data-focus]:not(:disabled)")]);
    const around = fields.filter(({ dataset }) => isAround(dataset.focus ?? "", path)).sort((one, other) => (other.dataset.focus ?? "").length - (one.dataset.focus ?? "").length);
    const field = around[0] ?? fields[0];
    const folded = field?.closest("details:not([open])");
    if (folded instanceof HTMLDetailsElement) folded.open = true;
    field?.focus();
  }

  /** @returns {(Node|null)[]} */
  fields() {
    const { document, selection } = this.draft;
    if (selection.kind === "page") {
      const found = findPage(document, selection.name);
      if (found) return this.pageFields(found);
    }
    const found = selection.kind === "question" ? findQuestion(document, selection.uid) : undefined;
    return found ? this.questionFields(found) : frontFields(this.builder);
  }

  /** @param {{page: import("./types.js").Page, index: number, path: string}} found */
  pageFields({ page, index, path }) {
    const edited = this.edited(page, path, (document) => findPage(document, page.name)?.page);
    return [
      element("h2", { class: "ds-heading", "data-size": "2xs" }, pageCalled(page, index, this.draft.language)),
      problemAt(path),
      textField(edited, "title", t("Title of the page"), { needed: true }),
      conditionEditor(edited, "relevant", t("Show the page"), { page: index }),
    ];
  }

  /** @param {import("./finding.js").Found} found */
  questionFields({ question, path, owner, page }) {
    const type = this.builder.data.types[question.type];
    const edited = this.edited(question, path, (document) => findQuestion(document, question.uid)?.question);
    const settings = (type?.settings ?? []).map((setting) => EDITORS[setting.editor]?.(edited, setting) ?? null);
    const answered = (type?.answered || type?.on_map) && type.on_screen;
    return [
      ...typeMenu(edited, Boolean(owner)),
      problemAt(path),
      textField(edited, "label", question.type === "information" ? t("Heading") : t("Question"), { needed: true, long: true, onCommit: () => this.name(question.uid) }),
      answered ? textField(edited, "hint", t("Help with the answer"), { long: true }) : null,
      ...settings,
      answered ? conditionEditor(edited, "required", t("Must be answered"), { uid: question.uid, page: page + 1 }) : null,
      answered ? requiredMessage(edited) : null,
      constraint(edited),
      conditionEditor(edited, "relevant", t("Show the question"), { uid: question.uid, page: page + 1 }),
      type?.answered || type?.on_map ? this.variableField(edited, question) : null,
    ];
  }

  /** A question gets a name of its own when it has got words. @param {string} uid */
  name(uid) {
    const { document } = this.draft;
    const found = findQuestion(document, uid);
    if (!found || !isUnnamed(found.question.variable) || this.builder.data.taken.variables.includes(found.question.variable)) return;
    const name = variableFrom(found.question.label[document.languages[0]] ?? "", document, this.builder.data.taken);
    if (!name) return;
    this.draft.last.at = Date.now();
    this.draft.change((changed) => rename(changed, uid, name), this.draft.last.mark || "name");
    const field = /** @type {HTMLInputElement|null} */ (this.element.querySelector("[data-variable]"));
    if (field) field.value = name;
  }

  /** @param {Edited} edited @param {import("./types.js").Question} question */
  variableField(edited, question) {
    const published = this.builder.data.taken.uids.includes(question.uid);
    const field = element("input", { type: "text", class: "ds-input", spellcheck: "false", autocapitalize: "none", autocomplete: "off", "data-variable": true, readonly: published, disabled: this.draft.locked });
    field.value = question.variable;
    field.addEventListener("change", () => field.value && this.draft.change((document) => rename(document, question.uid, field.value)));
    const hint = published ? t("Answers are kept under this name, so it stays.") : t("What the column is called in downloads.");
    return labelled(t("Name (variable)"), field, { path: `${edited.path}.variable`, hint });
  }

  /** @param {any} part @param {string} path @param {(document: import("./types.js").Questionnaire) => any} find @returns {Edited} */
  edited(part, path, find) {
    const { builder, draft } = this;
    /** @type {Edited} */
    const edited = {
      builder,
      draft,
      part,
      path,
      change: (edit, typing) => {
        draft.change((document) => edit(find(document)), typing);
      },
    };
    Object.defineProperty(edited, "part", { get: () => find(draft.document) ?? part });
    return edited;
  }
}
