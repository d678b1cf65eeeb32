// @ts-check
// Asks an address again and again, gently: only while the page is seen, with ETag, slower while nobody answers, and at
// once when the network is back.

const SLOWEST = 30_000;
// The link was renewed or has expired: the page itself says so when it is asked for again.
const OVER = [403, 404, 410];

/**
 * @param {() => string} address where to ask, decided anew each time
 * @param {{every: number, onNews: (news: any) => void, onLost: (lost: boolean) => void}} options `every` in ms
 * @returns {{now: () => void}} ask at once, as when a filter changes
 */
export function poll(address, { every, onNews, onLost }) {
  let etag = "";
  let asked = "";
  let wait = every;
  let turn = 0;
  let timer = 0;

  async function ask() {
    clearTimeout(timer);
    const mine = ++turn;
    if (!document.hidden) await fetchNews(mine);
    if (mine === turn) timer = window.setTimeout(ask, wait);
  }

  /** @param {number} mine */
  async function fetchNews(mine) {
    const from = address();
    try {
      const headers = /** @type {Record<string, string>} */ (etag && asked === from ? { "If-None-Match": etag } : {});
      const answer = await fetch(from, { headers, cache: "no-store" });
      // Led elsewhere, as to the sign-in: there is contact, and the page itself is led there too.
      if (OVER.includes(answer.status) || answer.redirected) return location.reload();
      if (!answer.ok && answer.status !== 304) throw new Error(String(answer.status));
      const news = answer.status === 304 ? null : await answer.json();
      if (mine !== turn) return;
      wait = every;
      onLost(false);
      if (!news) return;
      etag = answer.headers.get("ETag") ?? "";
      asked = from;
      onNews(news);
    } catch {
      if (mine !== turn) return;
      wait = Math.min(wait * 2, SLOWEST);
      onLost(true);
    }
  }

  document.addEventListener("visibilitychange", () => document.hidden || ask());
  window.addEventListener("online", ask);
  timer = window.setTimeout(ask, every);
  return { now: ask };
}
