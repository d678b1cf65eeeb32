// @ts-check
import { element } from "../../modules/element.js";
import { dsButton } from "../ds_button.js";

/** A sentence over the map's lower edge, with something to press where it helps. */
export function mapNotice() {
  const notice = element("div", { class: "map-notice", hidden: true });
  return {
    element: notice,
    /** @param {string} sentence "" for none @param {{label: string, run: () => void}} [action] @param {HTMLElement|null} [before] what stands before it */
    show(sentence, action, before = null) {
      notice.hidden = !sentence;
      notice.replaceChildren(element("p", {}, before, sentence), ...(action ? [dsButton(action.label, action.run)] : []));
    },
  };
}
