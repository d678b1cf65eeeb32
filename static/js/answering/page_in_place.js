// @ts-check
// One page in the place of another without leaving: what lies in memory alone would be gone.

/** @typedef {{lang: string, dir: string, title: string, body: HTMLElement}} Page */

/** @param {Document} from @returns {Page} a copy, whose scripts do not run again */
export function copyOf({ documentElement: { lang, dir }, title, body }) {
  const copy = /** @type {HTMLElement} */ (body.cloneNode(true));
  for (const script of copy.querySelectorAll("script[src]")) script.remove();
  return { lang, dir, title, body: copy };
}

/** @param {string} address @returns {Promise<Page|null>} null where it cannot be had */
export async function fetchPage(address) {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    return answer.ok ? copyOf(new DOMParser().parseFromString(await answer.text(), "text/html")) : null;
  } catch {
    return null;
  }
}

/** @param {Page} page */
export function showInPlace({ lang, dir, title, body }) {
  Object.assign(document.documentElement, { lang, dir });
  document.title = title;
  document.body.replaceChildren(...body.cloneNode(true).childNodes);
}
