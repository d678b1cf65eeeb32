// @ts-check
// What a respondent's device asks of the server beside handing in.

/** @typedef {{status: number, [name: string]: any}} Answer `status`: 0 without network, and `error` where it was refused */

/** @param {string} method @param {string} address @param {any} [content] @returns {Promise<Answer>} */
async function call(method, address, content) {
  const body = content && JSON.stringify(content);
  try {
    const answer = await fetch(address, { method, headers: { "Content-Type": "application/json" }, body, credentials: "omit", cache: "no-store" });
    return { ...(await answer.json().catch(() => ({}))), status: answer.status };
  } catch {
    return { status: 0 };
  }
}

/** A code to go on with the answer on another device. @param {string} uuid @param {string} language */
export const askForCode = (uuid, language) => call("POST", `/api/responses/${uuid}/resume-code?lang=${language}`, {});

/** The unfinished answer behind a code. @param {string} activity @param {string} code @param {string} language */
export const fetchByCode = (activity, code, language) => call("POST", `/api/activities/${activity}/resume?lang=${language}`, { code });

/** @param {string} uuid @param {string} language @returns {Promise<boolean>} whether nothing of the answer is left at the server */
export async function eraseAnswer(uuid, language) {
  const { status } = await call("DELETE", `/api/responses/${uuid}?lang=${language}`);
  return status === 204 || status === 404;
}

/**
 * @param {string} uuid of the answer @param {string} name @param {import("./types.js").SurveyData} data @param {Blob} photo
 * @returns {Promise<Answer>}
 */
export async function sendPhoto(uuid, name, { activity, own, ticket }, photo) {
  /** @type {Record<string, string>} */
  const headers = ticket ? { Authorization: `Bearer ${ticket}` } : {};
  try {
    const answer = await fetch(`${photoAddress(uuid, name)}?activity=${activity}&lang=${own}`, { method: "POST", headers, body: photo, credentials: "omit" });
    return { ...(await answer.json().catch(() => ({}))), status: answer.status };
  } catch {
    return { status: 0 };
  }
}

/** @param {string} uuid @param {string} name */
export const askToRemovePhoto = (uuid, name) => call("DELETE", photoAddress(uuid, name));

/** @param {string} uuid @param {string} name */
export const photoAddress = (uuid, name) => `/api/responses/${uuid}/photos/${name}`;
