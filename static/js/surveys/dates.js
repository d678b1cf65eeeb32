// @ts-check
// Days of the Gregorian calendar, numbered from 1 = 0001-01-01, as the server's (surveys/conditions/dates.py).

const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$/;
const DAYS_IN_400_YEARS = 146097;
export const LAST_DAY = 3652059;

/** @param {number} year */
const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** @param {number} year @param {number} month */
const daysIn = (year, month) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** @typedef {{year: number, month: number, day: number}} Day */

/** The day of a date, or of a date and time. @param {any} text @returns {Day|null} */
export function dayIn(text) {
  if (typeof text !== "string" || (text.length > 10 && text[10] !== "T") || !DATE.test(text.slice(0, 10))) return null;
  const [year, month, day] = text.slice(0, 10).split("-").map(Number);
  const known = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return known ? { year, month, day } : null;
}

/** @param {Day} day @returns {number} */
export function dayNumber({ year, month, day }) {
  // The year begins in March, so that the day of a leap year comes last.
  const [shifted, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leaps + Math.floor((153 * months + 2) / 5) + day - 306;
}

/** @param {number} number 1 to LAST_DAY @returns {string} */
export function dateOf(number) {
  const days = number + 305;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const ofEra = days - era * DAYS_IN_400_YEARS;
  const years = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const months = Math.floor((5 * ofYear + 2) / 153);
  const [month, day] = [months < 10 ? months + 3 : months - 9, ofYear - Math.floor((153 * months + 2) / 5) + 1];
  const year = years + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** @param {any} text */
export const isDate = (text) => typeof text === "string" && text.length === 10 && dayIn(text) !== null;

/** @param {any} text */
export const isTime = (text) => typeof text === "string" && TIME.test(text);

/** @param {any} text */
export const isDateTime = (text) => typeof text === "string" && isDate(text.slice(0, 10)) && text[10] === "T" && isTime(text.slice(11));
