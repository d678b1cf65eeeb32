// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";
/** @typedef {import("./types.js").Verb} Verb */

/**
 * What can be done to all ticked rows.
 * @param {HTMLElement} place
 * @param {{mayDelete: boolean, onVerb: (verb: Verb, ids: number[]) => void, onNone: () => void}} how
 */
export function bulkBar(place, { mayDelete, onVerb, onNone }) {
  return {
    /** @param {number[]} ids @param {import("./types.js").PlannersMark[]} marks */
    show(ids, marks) {
      place.hidden = !ids.length;
      if (!ids.length) return place.replaceChildren();
      const verb = (/** @type {string} */ label, /** @type {Verb} */ name, /** @type {string} */ colour = "") =>
        element("button", { type: "button", class: "ds-button", "data-variant": "secondary", "data-color": colour || null, onclick: () => onVerb(name, ids) }, label);
      const some = (/** @type {(mark: import("./types.js").PlannersMark) => boolean} */ fits) => marks.some(fits);
      const children = [
        element("strong", {}, t("{count} chosen", { count: ids.length.toLocaleString(document.documentElement.lang) })),
        some(({ flags, reviewed, hidden }) => flags.length > 0 && !reviewed && !hidden) && verb(t("Looked at"), "review"),
        some(({ hidden }) => !hidden) && verb(t("Hide"), "hide"),
        some(({ hidden }) => hidden) && verb(t("Restore"), "restore"),
        mayDelete && some(({ hidden, draft }) => hidden && !draft) && verb(t("Delete"), "delete", "danger"),
        element("button", { type: "button", class: "ds-button", "data-variant": "tertiary", onclick: onNone }, t("Choose none")),
      ];
      place.replaceChildren(...children.filter((one) => one instanceof HTMLElement));
    },
  };
}
