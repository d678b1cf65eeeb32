// @ts-check
// Finds what may tell who someone is in a text, before it is sent: the same as participation/safeguards/personal_data.py.
// Older school tablets know no lookbehind, so a pattern takes the character before it along as its first group.
import { FIRST_NAMES, NAMES_AND_WORDS } from "./first_names.js";
import { isIdentityNumber } from "./identity_number.js";

/** @typedef {{kind: "identity_number" | "email" | "phone" | "address" | "name", start: number, end: number}} Finding */

const LETTER = "[\\p{L}\\p{N}_]";
const AFTER = `(?!${LETTER})`;
const BEFORE = "(^|[^\\p{L}\\p{N}_])";
const NUMBER = ` (?:nr\\.? ?)?\\d{1,3} ?(?:[A-Za-z]${AFTER})?${AFTER}`;

const ELEVEN_DIGITS = /(^|[^\d])\d(?:[ .-]?\d){10}(?!\d)/gu;
const EMAIL = /(^|[^\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,5}/gu;
const PHONE =
  /(^|[^\d+])(?:(?:\+|00)47[ .-]?)?(?:[2-9]\d{7}|[2-9]\d{2}[ .-]\d{2}[ .-]\d{3}|[2-9]\d[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}|[2-9]\d{3} \d{4})(?![ .-]?\d)/gu;
const PHONE_ABROAD = /(^|[^\d])\+(?:[ .-]?\d){8,15}(?!\d)/gu;
const STREET = new RegExp(
  `${BEFORE}(?!(?:skole|skule|sykkel|gang|hoved|hovud|kjøre|køyre|tur|bil)(?:vei|veg))${LETTER}{2,30}?` +
    `(?:veien|vegen|vei|veg|gata|gaten|gate|bakken|svingen|stien|lia|kleiva|smauet|tunet|alleen|alléen)${NUMBER}`,
  "giu",
);
const STREET_IN_WORDS = new RegExp(
  `${BEFORE}[A-ZÆØÅ]${LETTER}{1,30}(?: [A-ZÆØÅ]${LETTER}{1,30})? (?:vei|veg|gate|gata|plass|allé|terrasse)${NUMBER}`,
  "gu",
);
const INTRODUCED = new RegExp(
  `${BEFORE}((?:(?:jeg|eg|han|hun|ho|hen|bror(?:en)? min|søster(?:en)? min?|søstera mi|venn(?:en)? min|venninnen? min|` +
    "veninna mi|venninna mi|læreren(?: min)?|læraren(?: min)?|mamma|pappa) (?:heter|heiter|het)|" +
    `(?:navnet|namnet) mitt er|my name is|(?:i am|i'm|he is|she is) called) )(${LETTER}{2,30})`,
  "giu",
);
const LIVES = new RegExp(
  `${BEFORE}()([A-ZÆØÅ][a-zæøåé]{1,30})(?= (?:bor|bur|lives) (?:i|på|ved|her|der|in|at|here|there)${AFTER})`,
  "gu",
);
const WORD = /\p{L}{2,}/gu;
const NOT_NAMES = new Set(
  (
    "jeg eg du han hun ho hen vi dere de dei det den man noen nokon ingen alle mange folk barn voksne vaksne mamma pappa " +
    "mor far bror søster bestemor bestefar farmor farfar mormor morfar læreren læraren naboen naboane naboer ikke ikkje " +
    "som her der familien gutten jenta who he she it they everyone nobody someone people not"
  ).split(" "),
);

/**
 * In the order of the text, none overlapping.
 * @param {string} text
 * @param {number} [year]
 * @returns {Finding[]}
 */
export function findPersonalData(text, year = new Date().getFullYear()) {
  /** @type {Finding[]} */
  const found = [];
  for (const finding of candidates(text, year))
    if (found.every((other) => finding.end <= other.start || finding.start >= other.end)) found.push(finding);
  return found.sort((a, b) => a.start - b.start);
}

/**
 * @param {string} text
 * @param {number} year
 * @returns {Generator<Finding>}
 */
function* candidates(text, year) {
  for (const finding of matches("identity_number", ELEVEN_DIGITS, text))
    if (isIdentityNumber(text.slice(finding.start, finding.end).replace(/\D/g, ""), year)) yield finding;
  yield* matches("email", EMAIL, text);
  yield* matches("phone", PHONE, text);
  yield* matches("phone", PHONE_ABROAD, text);
  yield* matches("address", STREET, text);
  yield* matches("address", STREET_IN_WORDS, text);
  for (const pattern of [INTRODUCED, LIVES])
    for (const { index, 1: before, 2: words, 3: name } of text.matchAll(pattern)) {
      const start = index + before.length + words.length;
      if (!NOT_NAMES.has(name.toLowerCase())) yield { kind: "name", start, end: start + name.length };
    }
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const name = word.toLowerCase();
    if (FIRST_NAMES.has(name) || (NAMES_AND_WORDS.has(name) && word[0] !== name[0]))
      yield { kind: "name", start: index, end: index + word.length };
  }
}

/**
 * @param {Finding["kind"]} kind
 * @param {RegExp} pattern
 * @param {string} text
 * @returns {Generator<Finding>}
 */
function* matches(kind, pattern, text) {
  for (const { index, 0: whole, 1: before } of text.matchAll(pattern))
    yield { kind, start: index + before.length, end: index + whole.length };
}
