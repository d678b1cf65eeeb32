// @ts-check

const LONGEST = 30_000;

/**
 * Asks the server, and says what came: status 0 where nothing did, 401 where it was the page to sign in on.
 * @param {string} address @param {string} csrf @param {unknown} body @param {"POST"|"PUT"} [method]
 * @returns {Promise<{status: number, content: any}>}
 */
export async function answerOf(address, csrf, body, method = "POST") {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), LONGEST);
  try {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
    const answer = await fetch(address, { method, headers, body: JSON.stringify(body), signal: patience.signal });
    if (answer.redirected) return { status: 401, content: {} };
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { status: answer.status, content: isJson ? await answer.json() : await answer.text() };
  } catch {
    return { status: 0, content: {} };
  } finally {
    clearTimeout(timer);
  }
}
