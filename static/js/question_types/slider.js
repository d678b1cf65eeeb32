// @ts-check
import { element } from "../modules/element.js";
import { t } from "../modules/texts.js";

/**
 * A slider in the place of the field for a number. It stands in the middle and is no answer until it is touched.
 * @param {HTMLElement} box whose data-slider is the field's id
 */
export function slide(box) {
  const field = /** @type {HTMLInputElement} */ (document.getElementById(box.dataset.slider || ""));
  const { min = "0", max = "100", step = "1" } = box.dataset;
  const range = element("input", { type: "range", class: "slider__range", min, max, step, "aria-describedby": field.getAttribute("aria-describedby") });
  const value = element("output", { class: "slider__value", "aria-live": "off" });
  const remove = element("button", { type: "button", class: "ds-button", "data-variant": "tertiary", "data-size": "sm", onclick: () => set(null) }, t("Remove the answer"));
  const written = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 6 });

  /** @param {number|null} number */
  function show(number) {
    if (number !== null) range.value = String(number);
    else range.value = String((Number(min) + Number(max)) / 2);
    const words = number === null ? t("Not answered") : written.format(number);
    value.textContent = words;
    range.setAttribute("aria-valuetext", words);
    remove.hidden = number === null;
    box.classList.toggle("slider--open", number === null);
  }

  /** @param {number|null} number */
  function set(number) {
    if (number === null) range.focus();
    field.value = number === null ? "" : String(number);
    show(number);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  range.addEventListener("input", () => set(range.valueAsNumber));
  // Touching the middle without moving it is an answer too.
  range.addEventListener("click", () => set(range.valueAsNumber));
  range.addEventListener("keydown", (event) => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    set(range.valueAsNumber);
  });
  field.addEventListener("written", () => show(numberIn(field)));
  if (field.hasAttribute("aria-invalid")) range.setAttribute("aria-invalid", "true");
  range.id = field.id;
  field.removeAttribute("id");
  field.type = "hidden";
  box.prepend(element("div", { class: "slider__line" }, range, value, remove));
  show(numberIn(field));
}

/** @param {HTMLInputElement} field @returns {number|null} */
function numberIn({ value }) {
  const number = Number(value.replace(",", "."));
  return value.trim() === "" || Number.isNaN(number) ? null : number;
}
