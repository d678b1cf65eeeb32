// @ts-check
// The preview of a questionnaire: the frame in the size of a device, without loading it anew, and the link to copy.
import { loadTexts } from "../modules/texts.js";
import { bindCopyButton } from "../planner/copy_button.js";
import { bindPreview } from "../planner/preview_frame.js";

loadTexts();
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (button instanceof HTMLButtonElement) bindCopyButton(button);
}
const preview = document.querySelector("[data-preview]");
if (preview instanceof HTMLElement) bindPreview(preview);
