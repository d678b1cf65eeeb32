// @ts-check
/** @typedef {import("./types.js").PlannersMark} PlannersMark */

/** What nobody has looked at comes first, the worrying before the personal. @param {PlannersMark} mark */
function urgency(mark) {
  if (mark.hidden || mark.reviewed || !mark.flags.length) return 2;
  return mark.worrying ? 0 : 1;
}

const KEYS = /** @type {Record<string, (mark: PlannersMark) => string | number>} */ ({
  urgency,
  label: (mark) => mark.label,
  text: (mark) => mark.texts.join(" ") || mark.choices.join(" "),
  class: (mark) => `${mark.school} ${mark.class}`,
  zone: (mark) => mark.zone,
  season: (mark) => mark.season,
  week: (mark) => mark.week,
});

/**
 * A sorted copy; empty cells last, equal ones newest first.
 * @param {PlannersMark[]} marks @param {string} key one of KEYS @param {boolean} descending @param {string} language
 */
export function inOrder(marks, key, descending, language) {
  const value = KEYS[key] ?? urgency;
  const collator = new Intl.Collator(language, { numeric: true });
  const compare = (/** @type {PlannersMark} */ one, /** @type {PlannersMark} */ other) => {
    const [a, b] = [value(one), value(other)];
    if (typeof a === "number" && typeof b === "number") return a - b || other.id - one.id;
    if (!a !== !b) return a ? -1 : 1;
    const way = collator.compare(String(a), String(b));
    return (descending ? -way : way) || other.id - one.id;
  };
  return [...marks].sort(compare);
}
