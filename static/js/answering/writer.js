// @ts-check

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** How numbers and dates are written for the reader. @param {string} language @returns {import("../surveys/piping.js").Write} */
export function writer(language) {
  // The day before the month, as everywhere else here.
  const locale = language === "en" ? "en-GB" : language;
  return (value) => {
    if (typeof value === "number") return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);
    if (MOMENT.test(String(value))) return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(value));
    const day = DAY.exec(String(value));
    return day ? new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3]))) : String(value);
  };
}
