// @ts-check
// The front page: the class code in six boxes.
import { dressed } from "../modules/code_field.js";

const input = document.querySelector("input[data-code-length]");
if (input instanceof HTMLInputElement) {
  const marker = document.createComment("code");
  input.before(marker);
  const length = Number(input.dataset.codeLength);
  input.classList.replace("join__field", "code-field__input");
  // Whoever pastes a code with spaces in it pastes more signs than there are boxes.
  input.maxLength = length + 4;
  marker.replaceWith(dressed(input, length).element);
  input.focus({ preventScroll: true });
}
