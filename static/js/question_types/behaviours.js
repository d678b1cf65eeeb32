// @ts-check
// Makes the questions of a page behave. Without it they are plain fields, and stay so for a type that needs nothing.
import { standAlone } from "./exclusive_choice.js";
import { openOther } from "./other_text.js";
import { showPhotos } from "./photo.js";
import { rank } from "./ranking.js";
import { slide } from "./slider.js";

// To add a behaviour: the attribute that asks for it, and its function.
/** @type {Record<string, (element: HTMLElement) => void>} */
const BEHAVIOURS = {
  "data-slider": slide,
  "data-ranking": rank,
  "data-photos": showPhotos,
  "data-exclusive": standAlone,
  "data-other": openOther,
};

/** @param {ParentNode} root */
export function behave(root = document) {
  for (const [attribute, start] of Object.entries(BEHAVIOURS))
    for (const element of root.querySelectorAll(`[${attribute}]`)) start(/** @type {HTMLElement} */ (element));
}
