// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
import { askedIn } from "./asked_in.js";

/** @param {import("./app.js").Page} page */
export function languageLinks(page) {
  const { language, languages, unread } = page;
  if (!languages || languages.length < 2) return null;
  const links = languages.map(([code, name]) =>
    element("li", {}, element("a", { href: address(code), lang: code, hreflang: code, "aria-current": code === language ? "true" : null }, name)),
  );
  return element("div", {}, element("ul", { class: "languages" }, ...links), unread && unreadNote(), otherLanguage(page));
}

/** Which language the questions are in, when nobody has put them into the reader's. @param {import("./app.js").Page} page */
function otherLanguage(page) {
  const code = askedIn(page);
  const name = page.languages.find(([known]) => known === code)?.[1] || code;
  return code === page.language ? null : element("p", { class: "small" }, t("The questions are in this language: {name}.", { name }));
}

/** What no speaker has read says so, and where the same stands in words that somebody has. */
function unreadNote() {
  return element(
    "p",
    { class: "small" },
    t("A machine has put this into your language. No one who speaks it has read it yet."),
    " ",
    element("a", { href: address("nb"), hreflang: "nb" }, t("Read it in bokmål")),
  );
}

/** @param {string} code */
function address(code) {
  const query = new URLSearchParams(location.search);
  query.set("lang", code);
  return `?${query}`;
}
