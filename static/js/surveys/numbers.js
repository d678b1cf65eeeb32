// @ts-check
// Numbers as the server has them (surveys/conditions/numbers.py): never NaN, infinite or -0.

const WRITTEN = /^[ \t\r\n]*([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))[ \t\r\n]*$/;
export const MOST_DECIMALS = 10;
export const MOST_POWER = 100;
const LONGEST_WRITTEN = 400;
const TYPED = /^[+-]?(?:[0-9]{1,16}(?:[.,][0-9]{0,16})?|[.,][0-9]{1,16})$/;
const THOUSANDS = /([0-9])[ \u00a0\u2009\u202f\u066c](?=[0-9]{3}(?![0-9]))/g;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const LONGEST_TYPED = 60;
// What Python's `strip` takes away, which is not quite what `trim` does.
const BLANK = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const AROUND = new RegExp(`^${BLANK}|${BLANK}$`, "g");

/** @param {number} number @returns {number|null} the number, 0 for -0, missing where it is none */
export const kept = (number) => (Number.isFinite(number) ? number + 0 : null);

/** `12`, `-3.5` or `.5` with a point, blanks around it allowed; anything else is missing. @param {string} text */
export function numberIn(text) {
  const found = text.length <= LONGEST_WRITTEN ? WRITTEN.exec(text) : null;
  return found ? kept(Number(found[1])) : null;
}

/** A number as people write it, "" for none: comma or point, a space between thousands, any minus sign, Arabic and Persian digits too. As surveys/read_number.py. @param {string} text @returns {string} with a point */
export function plainNumber(text) {
  if (text.length > LONGEST_TYPED) return "";
  const digits = text.replace(AROUND, "").replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) % 16));
  const plain = digits.replace(/[−–]/g, "-").replace("٫", ",").replace(THOUSANDS, "$1");
  return TYPED.test(plain) ? plain.replace(",", ".") : "";
}

/** @param {string} text as people write it @returns {number|null} */
export function numberTyped(text) {
  const number = Number(plainNumber(text) || NaN);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? kept(number) : null;
}

/** Halves away from zero, as one rounds the number as written. @param {number} number @param {number} decimals */
export function rounded(number, decimals) {
  const moved = shifted(Math.abs(number), decimals);
  if (!Number.isFinite(moved)) return number;
  const below = Math.floor(moved);
  const nearest = moved - below >= 0.5 ? below + 1 : below;
  return Math.sign(number) * shifted(nearest, -decimals);
}

/** @param {number} number not negative @param {number} places that the decimal point moves */
function shifted(number, places) {
  if (!places) return number;
  const [mantissa, exponent] = String(number).split("e");
  return Number(`${mantissa}e${Number(exponent || 0) + places}`);
}

/** By squaring, in the same steps as the server. @param {number} base @param {number} exponent whole */
export function power(base, exponent) {
  let [result, factor, left] = [1, base, Math.abs(exponent)];
  while (left) {
    if (left % 2) result *= factor;
    factor *= factor;
    left = Math.floor(left / 2);
  }
  if (exponent >= 0) return result;
  return result ? 1 / result : Infinity;
}
