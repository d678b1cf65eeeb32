// @ts-check
// Joining, asking how it goes, and erasing. Handing in goes through the outbox.

/**
 * @typedef {{uuid: string, corrects: string|null, revision: number, complete: boolean, answers: Record<string, any>, marks: any[]}} StoredResponse
 *   `corrects`: the UUID of what was handed in before
 * @typedef {{token: string, nickname: string, personal_code: string, response: StoredResponse|null, receipt?: string}} Joined
 * @typedef {"offline"|"wrong_code"|"closed"|"wait"} JoinProblem
 */

const PATIENCE = 15_000;

/**
 * @param {string} url @param {RequestInit} init @returns {Promise<{status: number, body: any, headers: Headers}|null>} null without an answer
 */
async function call(url, { headers, ...init }) {
  const spoken = { "Accept-Language": document.documentElement.lang, ...headers };
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const given = { headers: spoken, signal: patience.signal, ...init };
    const answer = await fetch(url, { credentials: "omit", cache: "no-store", redirect: "error", ...given });
    return { status: answer.status, body: await answer.json().catch(() => null), headers: answer.headers };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Joins the class: as somebody new, or as the one with this personal code.
 * @param {string} classCode @param {string} [personalCode]
 * @returns {Promise<{joined: Joined}|{problem: JoinProblem}>}
 */
export async function join(classCode, personalCode) {
  const answer = await call(`/api/classes/${encodeURIComponent(classCode)}/pupils`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(personalCode ? { personal_code: personalCode } : {}),
  });
  if (answer?.body?.token) return { joined: answer.body };
  return { problem: problemOf(answer) };
}

/** @param {{status: number, body: any}|null} answer @returns {JoinProblem} */
function problemOf(answer) {
  if (!answer || !answer.body) return "offline";
  if (answer.status === 404 || answer.status === 422) return "wrong_code";
  if (answer.status === 410 || answer.status === 403) return "closed";
  return answer.status === 429 ? "wait" : "offline";
}

/**
 * How it goes with the class and with what was handed in.
 * @param {string} token @param {string|null} etag @returns {Promise<{news: any, etag: string|null}|null>} null when there is nothing new
 */
export async function news(token, etag) {
  const headers = { Authorization: `Bearer ${token}`, ...(etag ? { "If-None-Match": etag } : {}) };
  const answer = await call("/api/pupils/me", { headers });
  if (!answer || answer.status !== 200 || !answer.body?.nickname) return null;
  return { news: answer.body, etag: answer.headers.get("ETag") };
}

/** Everything of the pupil. @param {string} uuid @param {string} token @returns {Promise<boolean>} whether the server has erased it, or never had it */
export const eraseResponse = (uuid, token) => deleted(`/api/responses/${uuid}`, token);

/** A correction that is not handed in. @param {string} uuid @param {string} token @returns {Promise<boolean>} whether the server has none of it */
export const dropDraft = (uuid, token) => deleted(`/api/responses/${uuid}?only=draft`, token);

/** @param {string} url @param {string} token */
async function deleted(url, token) {
  const answer = await call(url, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } });
  return answer !== null && [204, 404, 410].includes(answer.status);
}
