// @ts-check
import { symbol } from "../../map/symbols.js";
import { element } from "../../modules/element.js";
import { putBack } from "../../modules/response_state.js";
import { t } from "../../modules/texts.js";
import { dsButton } from "../ds_button.js";
import { categoriesOf } from "./categories.js";
import { whereabouts } from "./whereabouts.js";

/** @typedef {import("./types.js").Mark} Mark */

/** The marks in words, in step with the map: everything that can be done on the map can be done here. @param {import("./map_answer.js").MapAnswer} answer @param {HTMLElement} place */
export function markList(answer, place) {
  const heading = element("h3", { class: "marks__heading" }, t("Your marks"));
  const none = element("p", { class: "marks__none" }, t("Nothing here yet. Choose a tool and show us something."));
  const list = element("ol", { class: "marks" });
  const gone = element("p", { class: "marks__gone", role: "status" });
  place.append(heading, none, list, gone);

  /** @param {Mark} mark */
  function show(mark) {
    answer.layer.show(String(mark.id));
    answer.ground.scrollIntoView({ block: "nearest" });
  }
  /** @param {Mark} mark @param {number} index */
  function row(mark, index) {
    const looks = categoriesOf(answer.question);
    const look = looks.find(({ code }) => code === (mark.category ?? "")) || looks[0];
    const where = whereabouts(mark.geometry, answer.data.places);
    const said = Object.values(mark.answers).find((value) => typeof value === "string" && value.includes(" "));
    const title = `${index + 1}. ${answer.view.titleOf(mark.category)}`;
    const named = { title: [title, where].filter(Boolean).join(", ") };
    const words = element("span", { class: "marks__words" }, element("strong", answer.view.named, title), where && element("span", {}, where), said && element("q", {}, said));
    return element(
      "li",
      { class: "marks__one", "data-mark": mark.id },
      element("button", { type: "button", class: "marks__show", onclick: () => show(mark) }, symbol(look), words),
      dsButton(t("Change"), () => void answer.edit(mark.id), { variant: "tertiary", class: "marks__change", "aria-label": t("Change: {title}", named) }),
      dsButton(t("Delete"), () => void answer.remove(mark.id), { variant: "tertiary", "data-color": "danger", "aria-label": t("Delete: {title}", named) }),
    );
  }
  /** @param {number} id @param {number} [button] which of its own */
  function focus(id, button = 0) {
    const own = /** @type {HTMLElement|undefined} */ (list.querySelectorAll(`[data-mark="${id}"] button`)[button]);
    (own || answer.ground).focus({ preventScroll: true });
  }
  return {
    focus,
    /** @param {Mark[]} marks */
    show(marks) {
      const focused = /** @type {HTMLElement|null} */ (list.querySelector("li:focus-within"));
      const button = [...(focused?.querySelectorAll("button") ?? [])].findIndex((one) => one === document.activeElement);
      list.replaceChildren(...marks.map(row));
      none.hidden = marks.length > 0;
      if (focused?.dataset.mark) focus(Number(focused.dataset.mark), button);
    },
    /** @param {Mark} mark that was just taken away */
    offerBack(mark) {
      const back = async () => {
        gone.replaceChildren();
        await answer.change((draft) => putBack(draft, [mark]));
        focus(mark.id);
      };
      const undo = dsButton(t("Undo"), () => void back(), { variant: "tertiary" });
      gone.replaceChildren(t("Deleted."), " ", undo);
      undo.focus({ preventScroll: true });
    },
  };
}
