// @ts-check

/** Lets the service worker keep this page, its parts and the tiles seen, so that all reopens without network. */
export function keepForOffline() {
  if (!("serviceWorker" in navigator)) return;
  const passedThroughWorker = navigator.serviceWorker.controller !== null;
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register("/sw.js", { scope: "/" });
      const { active } = await navigator.serviceWorker.ready;
      // What was loaded before the worker came has not passed through it.
      if (!passedThroughWorker) active?.postMessage({ keep: [location.href, ...loadedHere()] });
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

function loadedHere() {
  const here = `${location.origin}/`;
  return performance
    .getEntriesByType("resource")
    .map((entry) => entry.name)
    .filter((name) => name.startsWith(here) && (name.includes("/static/") || name.includes("/tiles/")));
}
