// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";

/** @typedef {{number: number, nickname: string, state: string, paused: boolean}} Tile */

/** @param {string} state */
function words(state) {
  if (state === "drawing") return t("is drawing");
  if (state === "sent") return t("sent");
  return state === "not_sent" ? t("not sent") : t("ready");
}

/** @param {Tile} tile @param {string} marksUrl */
function made(tile, marksUrl) {
  const state = words(tile.state) + (tile.paused ? ` · ${t("paused")}` : "");
  const sign = element("span", { class: "tile__sign", "aria-hidden": "true" });
  const name = element("span", { class: "tile__name" }, tile.nickname);
  const link = { class: `tile tile--${tile.state}`, href: `${marksUrl}?pupil=${tile.number}` };
  return element("a", link, name, " ", element("span", { class: "tile__state" }, sign, state));
}

/**
 * Keeps the list of pupils as the server tells it; tiles that are the same are left alone, so focus stays.
 * @param {HTMLElement} list @param {Tile[]} tiles @param {string} marksUrl
 */
export function showTiles(list, tiles, marksUrl) {
  while (list.children.length > tiles.length) list.lastElementChild?.remove();
  tiles.forEach((tile, index) => {
    const item = list.children[index] ?? list.appendChild(element("li"));
    const wanted = made(tile, marksUrl);
    const shown = item.firstElementChild;
    if (shown instanceof HTMLAnchorElement && shown.href === wanted.href) {
      if (shown.className !== wanted.className) shown.className = wanted.className;
      if (squeezed(shown) !== squeezed(wanted)) shown.replaceChildren(...wanted.childNodes);
    } else {
      item.replaceChildren(wanted);
    }
  });
}

/** @param {Element} item the words without the template's own spaces */
function squeezed(item) {
  return (item.textContent ?? "").replace(/\s+/g, " ").trim();
}
