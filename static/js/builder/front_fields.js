// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { addLanguage, removeLanguage } from "./editing.js";
import { labelled, menu, problemAt, small } from "./fields.js";
import { grow, setText } from "./texts_edited.js";

/** Title, introduction and languages of the whole. @param {import("./builder.js").Builder} builder @returns {Node[]} */
export function frontFields(builder) {
  return [element("h2", { class: "ds-heading", "data-size": "2xs" }, t("Title and introduction")), problemAt(""), title(builder), intro(builder), languages(builder)];
}

/** @param {import("./builder.js").Builder} builder */
function title({ draft }) {
  const { language, document } = draft;
  const field = element("input", { type: "text", class: "ds-input", lang: language, dir: "auto", disabled: draft.locked });
  field.value = document.title?.[language] ?? "";
  field.addEventListener("input", () => draft.change((changed) => setText(changed, "title", language, field.value, true), "title"));
  return labelled(t("Title"), field, { path: "title" });
}

/** A blank line begins a paragraph; each is a text of its own in every language. @param {import("./builder.js").Builder} builder */
function intro({ draft }) {
  const { language, document } = draft;
  const area = element("textarea", { class: "ds-input", lang: language, dir: "auto", disabled: draft.locked });
  area.value = (document.intro ?? []).map((texts) => texts[language] ?? "").join("\n\n");
  area.addEventListener("input", () => draft.change((changed) => setParagraphs(changed, language, area.value), "intro"));
  grow(area);
  return labelled(t("Introduction"), area, { path: "intro", hint: t("What it is about, and what the answers are used for. A blank line begins a new paragraph.") });
}

/** @param {import("./types.js").Questionnaire} document @param {string} language @param {string} typed */
export function setParagraphs(document, language, typed) {
  const paragraphs = typed.split(/\n\s*\n/).map((text) => text.trim());
  const before = document.intro ?? [];
  const count = Math.max(before.length, paragraphs.length);
  const all = Array.from({ length: count }, (_none, at) => {
    const { [language]: _gone, ...others } = before[at] ?? {};
    return paragraphs[at] ? { ...others, [language]: paragraphs[at] } : others;
  });
  document.intro = all.filter((texts) => Object.values(texts).some(Boolean));
}

/** @param {import("./builder.js").Builder} builder */
function languages(builder) {
  const { draft, data } = builder;
  const own = draft.document.languages;
  const items = own.map((language) =>
    element(
      "li",
      {},
      element("span", { lang: language }, data.languages[language] ?? language),
      own.length > 1 ? small(t("Remove"), () => draft.change((document) => removeLanguage(document, language)), { "aria-label": t("Remove {language}", { language: data.languages[language] ?? language }), disabled: draft.locked, "data-focus": `language-${language}` }) : null,
    ),
  );
  const offered = Object.entries(data.languages).filter(([code]) => !own.includes(code)).map(([value, label]) => ({ value, label }));
  const add = menu([{ value: "", label: t("Choose a language") }, ...offered], "", (language) => language && builder.translateInto(language, (document) => addLanguage(document, language)));
  add.disabled = draft.locked;
  return element(
    "section",
    { class: "editor-group", "aria-label": t("Languages") },
    element("h3", { class: "ds-label", "data-weight": "semibold" }, t("Languages")),
    element("ul", { class: "language-list" }, ...items),
    labelled(t("Add a language"), add, { path: "languages" }),
    own.length > 1 ? small(t("Translate side by side"), () => builder.turn("translate"), { "data-focus": "to-translate" }) : null,
  );
}
