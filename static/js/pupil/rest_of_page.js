// @ts-check
import { t } from "../modules/texts.js";

/** @typedef {typeof import("./begin.js")} Rest all that comes after the first screen */

/** @returns {Promise<Rest>} */
const rest = () => import("./begin.js");

/** Asks for the rest of the page. Only when its first screen is seen: on a slow line it would come later for it. */
export function fetchRest() {
  const links = /** @type {HTMLTemplateElement|null} */ (document.getElementById("rest"));
  if (links) document.head.append(links.content);
  void rest().catch(() => undefined);
}

/** Goes on from the first screen, once the rest is here. @param {import("./app.js").PupilApp} app @param {(begin: Rest) => unknown} go */
export async function withRest(app, go) {
  const begin = await rest().catch(() => null);
  if (begin) return go(begin);
  // A browser may remember that a part did not come, and asks again only when the page is loaded again.
  const again = { label: t("Try again"), run: () => location.reload() };
  return app.toasts.show(t("We cannot reach the network. Try again in a moment."), again, 0);
}
