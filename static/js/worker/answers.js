// @ts-check
import { PAGES, cacheFor, put } from "./keeping.js";

const PATIENCE = 4_000;

/**
 * @param {Request} request @param {(work: Promise<any>) => void} after keeps the worker alive for work after the answer
 * @returns {Promise<Response>|null} null: the browser does it itself
 */
export function answerFor(request, after) {
  if (request.method !== "GET") return null;
  const name = cacheFor(new URL(request.url));
  if (!name) return null;
  return name === PAGES ? freshElseKept(request, after) : keptElseFresh(name, request, after);
}

/** A page as it is now, or as it was when the network is slow or gone. @param {Request} request @param {(work: Promise<any>) => void} after */
async function freshElseKept(request, after) {
  const kept = await caches.match(request, { ignoreVary: true });
  const fresh = fetch(request);
  const stored = fresh.then((response) => put(PAGES, request.url, response.clone())).catch(() => undefined);
  after(stored);
  if (!kept) return fresh;
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  const good = fresh.then((response) => (response.status >= 500 ? kept : response)).catch(() => kept);
  return /** @type {Promise<Response>} */ (Promise.race([good, late]));
}

/** Parts never change and tiles hardly do. @param {string} name @param {Request} request @param {(work: Promise<any>) => void} after */
async function keptElseFresh(name, request, after) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  after(put(name, request, response.clone()).catch(() => undefined));
  return response;
}
