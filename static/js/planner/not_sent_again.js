// @ts-check
/**
 * Loading a page anew that came as the answer to a form would send the form again: a second token, and the first never seen
 * again. Where something is shown this once, the page stands as if it had been asked for.
 * @param {Document} page
 */
export function notSentAgain(page) {
  if (page.querySelector("[data-shown-once]")) history.replaceState(history.state, "", location.href);
}
