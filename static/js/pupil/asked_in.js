// @ts-check
// The language the questionnaire speaks, where that is not the page's own: said, and told to who reads aloud.

/** @type {{lang?: string, dir?: "auto"}} */
let attributes = {};

/** Call before anything is shown. @param {import("./app.js").Page} page */
export function readAskedIn(page) {
  const language = askedIn(page);
  attributes = language === page.language ? {} : { lang: language, dir: "auto" };
}

/** The page's language, else the one its texts fall back to. @param {import("./app.js").Page} page @returns {string} */
export function askedIn({ language, questionnaire: { languages } }) {
  if (languages.includes(language)) return language;
  return languages.includes("nb") ? "nb" : languages[0];
}

/** What an element with the questionnaire's words needs; nothing where they are in the page's language. */
export const spokenAsAsked = () => attributes;
