// @ts-check

/** Tells the other tabs, and hears from them and the service worker, whose work has changed (a UUID). */
export function workChannel() {
  return "BroadcastChannel" in globalThis ? new BroadcastChannel("lokalkjent work") : null;
}
