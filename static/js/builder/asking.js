// @ts-check

/**
 * Asks the server, and says what came: status 0 where nothing did, 401 where it was the page to sign in on.
 * @param {string} address @param {string} csrf @param {unknown} body @param {"POST"|"PUT"} [method]
 * @returns {Promise<{status: number, content: any}>}
 */
export async function answerOf(address, csrf, body, method = "POST") {
  try {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
    const answer = await fetch(address, { method, headers, body: JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
    if (answer.redirected) return { status: 401, content: {} };
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { status: answer.status, content: isJson ? await answer.json() : await answer.text() };
  } catch {
    return { status: 0, content: {} };
  }
}
