// @ts-check

const LATEST = 60_000; // milliseconds after which nothing comes that was asked for before the worker did

/** Lets the service worker keep this page, its parts and the tiles seen, so that all reopens without network. */
export function keepForOffline() {
  if (!("serviceWorker" in navigator)) return;
  const passedThroughWorker = navigator.serviceWorker.controller !== null;
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register("/sw.js", { scope: "/" });
      const { active } = await navigator.serviceWorker.ready;
      if (active && !passedThroughWorker) keepWhatCameBefore(active);
      active?.postMessage({ keep: picturesToCome() });
    } catch {
      // a browser that refuses does without
    }
  });
}

/** Where the browser can, what waits is sent even after the page was closed. */
export async function sendAlsoWhenClosed() {
  try {
    const registration = /** @type {any} */ (await navigator.serviceWorker?.getRegistration());
    await registration?.sync?.register("outbox");
  } catch {
    // then it is sent when the page is opened again
  }
}

/** What was asked for before the worker was in charge does not pass through it, and on a slow device some of that comes late. @param {ServiceWorker} worker */
function keepWhatCameBefore(worker) {
  let inCharge = navigator.serviceWorker.controller ? performance.now() : Infinity;
  navigator.serviceWorker.addEventListener("controllerchange", () => (inCharge = Math.min(inCharge, performance.now())));
  worker.postMessage({ keep: [location.href] });
  const seen = new PerformanceObserver((list) => {
    const before = list.getEntries().filter(({ startTime }) => startTime <= inCharge);
    const own = before.map(({ name }) => name).filter(isOwn);
    if (own.length) worker.postMessage({ keep: own });
  });
  seen.observe({ type: "resource", buffered: true });
  setTimeout(() => seen.disconnect(), LATEST);
}

/** Pictures that the browser leaves until they are scrolled to, when the network may be gone. @returns {string[]} */
const picturesToCome = () => [.../** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll("img[loading=lazy]"))].map(({ src }) => src);

/** @param {string} name */
const isOwn = (name) => name.startsWith(`${location.origin}/`) && (name.includes("/static/") || name.includes("/tiles/"));
