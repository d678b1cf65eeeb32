// @ts-check
// The teachers' links, each with a button that copies it.
import { loadTexts } from "../modules/texts.js";
import { bindCopyButton } from "../planner/copy_button.js";

loadTexts();
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (button instanceof HTMLButtonElement) bindCopyButton(button);
}
