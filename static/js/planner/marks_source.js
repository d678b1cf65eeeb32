// @ts-check
/** @typedef {import("./types.js").PlannersMark} PlannersMark */
/** @typedef {import("./types.js").Verb} Verb */

/**
 * Every mark that the page's own address asks for, part by part.
 * @param {string} address @param {string} query @param {(part: PlannersMark[]) => void} onPart
 */
export async function fetchMarks(address, query, onPart) {
  let after = 0;
  for (;;) {
    const asked = new URLSearchParams(query);
    if (after) asked.set("after", String(after));
    const answer = await fetch(`${address}?${asked}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const { marks, next } = await answer.json();
    onPart(marks);
    if (!next) return;
    after = next;
  }
}

/**
 * Carries one change out; gives the ids it changed, or null when it did not come through.
 * @param {string} address @param {string} csrf @param {number[]} ids @param {boolean} [leaving] the page is being closed
 * @returns {Promise<number[] | null>}
 */
export async function change(address, csrf, ids, leaving = false) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify({ ids }), keepalive: leaving }).catch(() => null);
  return answer?.ok ? (await answer.json()).changed : null;
}
