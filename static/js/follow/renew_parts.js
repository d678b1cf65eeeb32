// @ts-check
// Changes only what is another: what the reader has opened or stands in stays as it is.

/**
 * @param {HTMLElement} shown its children are parts, each with an id
 * @param {string} html the parts as the server has made them now, in the order they are to stand
 */
export function renewParts(shown, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const wanted = [...fresh.children];
  for (const part of [...shown.children]) if (!wanted.some(({ id }) => id === part.id)) part.remove();
  wanted.forEach((part, place) => {
    const old = shown.querySelector(`:scope > #${part.id}`);
    if (old && plain(old) === plain(part)) return;
    if (old) keepOpen(old, part);
    const focused = old?.contains(document.activeElement) ? document.activeElement?.id : "";
    if (old) old.replaceWith(part);
    else shown.insertBefore(part, shown.children[place] ?? null);
    if (focused) document.getElementById(focused)?.focus();
  });
}

/** @param {Element} part */
function plain(part) {
  return part.outerHTML.replaceAll(/ open(="")?(?=[ >])/g, "").replaceAll(/\s+/g, " ");
}

/** @param {Element} old @param {Element} part */
function keepOpen(old, part) {
  for (const details of old.querySelectorAll("details[open][id]")) part.querySelector(`#${details.id}`)?.setAttribute("open", "");
}
