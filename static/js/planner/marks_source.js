// @ts-check
/** @typedef {import("./types.js").PlannersMark} PlannersMark */
/** @typedef {import("./types.js").Verb} Verb */

const AT_ONCE = 5000;

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
 * Carries one change out, as many at a time as the server takes; gives the ids it changed, and whether all came through.
 * @param {string} address @param {string} csrf @param {number[]} ids @param {boolean} [leaving] the page is being closed
 * @returns {Promise<{changed: number[], whole: boolean}>}
 */
export async function change(address, csrf, ids, leaving = false) {
  const send = async (/** @type {number[]} */ part) => {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
    const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify({ ids: part }), keepalive: leaving }).catch(() => null);
    return answer?.ok ? /** @type {number[]} */ ((await answer.json()).changed) : null;
  };
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_part, number) => ids.slice(number * AT_ONCE, (number + 1) * AT_ONCE));
  const changed = [];
  // A page that is being closed waits for no answer.
  const underWay = leaving ? parts.map(send) : null;
  for (const [number, part] of parts.entries()) {
    const done = await (underWay?.[number] ?? send(part));
    if (!done) return { changed, whole: false };
    changed.push(...done);
  }
  return { changed, whole: true };
}
