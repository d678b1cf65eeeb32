// @ts-check
import { element } from "../modules/element.js";

/**
 * A button of a survey's page.
 * @param {string} label @param {(event: Event) => void} onclick
 * @param {{variant?: "primary"|"secondary"|"tertiary", [name: string]: any}} [options]
 */
export function dsButton(label, onclick, { variant = "secondary", class: classes = "", ...attributes } = {}) {
  const look = variant === "primary" ? {} : { "data-variant": variant };
  return element("button", { type: "button", class: `ds-button ${classes}`.trim(), ...look, onclick, ...attributes }, label);
}
