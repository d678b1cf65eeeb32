// @ts-check
import { element } from "../modules/element.js";

const NAMES = /** @type {Record<string, string>} */ ({ nb: "Bokmål", nn: "Nynorsk", en: "English" });

/** @param {import("./app.js").Page} page */
export function languageLinks({ language, languages }) {
  if (!languages || languages.length < 2) return null;
  const links = languages.map((code) =>
    element("li", {}, element("a", { href: address(code), lang: code, hreflang: code, "aria-current": code === language ? "true" : null }, NAMES[code] || code)),
  );
  return element("ul", { class: "languages" }, ...links);
}

/** @param {string} code */
function address(code) {
  const query = new URLSearchParams(location.search);
  query.set("lang", code);
  return `?${query}`;
}
