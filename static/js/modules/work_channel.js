// @ts-check

/** Tells the other tabs, and hears from them and the service worker, whose work has changed (a UUID). None where a browser refuses it, as in a frame on another site. */
export function workChannel() {
  try {
    return new BroadcastChannel("lokalkjent work");
  } catch {
    return null;
  }
}
