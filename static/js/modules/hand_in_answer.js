// @ts-check
// What the server's answer to a handed-in letter means for the letter.

/**
 * @typedef {{field: string, message: string}} Problem `field`: "answers.why", "marks[2].geometry", …
 * @typedef {{ends: "stored", receipt?: string}|{ends: "kept", ahead: number}|{ends: "refused", messages: string[], problems: Problem[]}
 *   |{ends: "later", wait: number|null}} Verdict
 */

/**
 * Only an answer that names this very UUID and revision ends the wait: a hotel's login page also says 200.
 * @param {{uuid: string, revision: number}} letter @param {number} status @param {any} body parsed JSON, or null
 * @param {string|null} retryAfter header @param {number} now ms @returns {Verdict}
 */
export function verdict(letter, status, body, retryAfter, now) {
  if ((status === 200 || status === 201) && echoes(letter, body) && body.revision === letter.revision)
    return { ends: "stored", ...(body.receipt ? { receipt: String(body.receipt) } : {}) };
  if (status === 409 && echoes(letter, body) && body.kept === true) return { ends: "kept", ahead: Number(body.revision) };
  if (isRefusal(status, body)) return { ends: "refused", messages: messagesIn(body), problems: problemsIn(body) };
  return { ends: "later", wait: waitAsked(status, retryAfter, now) };
}

/** @param {{uuid: string}} letter @param {any} body */
function echoes(letter, body) {
  return Boolean(body) && String(body.uuid).toLowerCase() === letter.uuid.toLowerCase();
}

/** A school's web filter also says 403, but not in JSON. @param {number} status @param {any} body */
function isRefusal(status, body) {
  return status === 410 || status === 422 || (status === 403 && body !== null);
}

/** @param {any} body @returns {string[]} */
function messagesIn(body) {
  if (Array.isArray(body?.errors)) return problemsIn(body).map(({ field, message }) => message || field);
  return body?.error ? [String(body.error)] : [];
}

/** @param {any} body @returns {Problem[]} where each thing to mend is */
function problemsIn(body) {
  const errors = Array.isArray(body?.errors) ? body.errors : [];
  return errors.map((/** @type {any} */ { field, message }) => ({ field: String(field || ""), message: String(message || "") }));
}

/** @param {number} status @param {string|null} retryAfter seconds or an HTTP date @param {number} now */
function waitAsked(status, retryAfter, now) {
  if ((status !== 429 && status !== 503) || !retryAfter) return null;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
