// @ts-check

export const PAGES = "pages 1";
export const PARTS = "parts 1";
export const TILES = "tiles 1";
/** @type {Record<string, number>} */
const MOST = { [PAGES]: 20, [PARTS]: 120, [TILES]: 1500 };

// The pages of a survey below its own are made for those without scripts.
const PICTURE = /^\/a\/\d+\/pictures\//;
const SURVEY = /^\/a\/[^/]+$/;

/** @param {URL} url @returns {string|null} the cache this address belongs in */
export function cacheFor(url) {
  if (url.origin !== location.origin) return null;
  if (url.pathname.startsWith("/static/") || PICTURE.test(url.pathname)) return PARTS;
  if (url.pathname.startsWith("/tiles/")) return TILES;
  return url.pathname.startsWith("/c/") || SURVEY.test(url.pathname) ? PAGES : null;
}

/** @param {string} name @param {Request|string} request @param {Response} response a whole, good answer of our own */
export async function put(name, request, response) {
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return;
  const cache = await caches.open(name);
  await cache.put(request, response);
  if (Math.random() < 0.02) await shorten(name);
}

/** @param {string[]} addresses */
export async function keep(addresses) {
  for (const address of addresses) {
    const name = cacheFor(new URL(address, location.origin));
    if (!name || (await caches.match(address))) continue;
    const response = await fetch(address, { credentials: "same-origin" }).catch(() => null);
    if (response) await put(name, address, response).catch(() => undefined);
  }
}

/** The oldest go first. @param {string} name */
async function shorten(name) {
  const cache = await caches.open(name);
  const all = await cache.keys();
  for (const request of all.slice(0, Math.max(0, all.length - MOST[name]))) await cache.delete(request);
}

export async function tidy() {
  for (const name of await caches.keys()) {
    if (name in MOST) await shorten(name);
    else await caches.delete(name);
  }
}
