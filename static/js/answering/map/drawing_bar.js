// @ts-check
import { element } from "../../modules/element.js";
import { t } from "../../modules/texts.js";
import { dsButton } from "../ds_button.js";

/**
 * While something is drawn: leave, undo, redo, move the map, finish. Nothing else.
 * @param {string} label @param {{undo: () => void, redo: () => void, cancel: () => void, finish: () => void, moveMap: (on: boolean) => void}} actions
 */
export function drawingBar(label, actions) {
  const undo = dsButton(t("Undo"), actions.undo);
  const redo = dsButton(t("Redo"), actions.redo);
  const move = dsButton(t("Move the map"), () => actions.moveMap(move.getAttribute("aria-pressed") !== "true"), { class: "map-bar__move", "aria-pressed": "false" });
  const finish = dsButton(t("Done"), actions.finish, { variant: "primary", class: "map-bar__finish" });
  return {
    element: element("div", { class: "map-bar", role: "toolbar", "aria-label": label }, dsButton(t("Cancel"), actions.cancel), undo, redo, move, finish),
    /** @param {import("../../map/draw_route.js").LineState} state */
    show({ canUndo, canRedo, canFinish, movingMap }) {
      undo.disabled = !canUndo;
      redo.disabled = !canRedo;
      finish.disabled = !canFinish;
      move.setAttribute("aria-pressed", String(movingMap));
    },
  };
}
