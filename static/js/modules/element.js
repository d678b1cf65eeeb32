// @ts-check

/**
 * One element with its attributes and children. Text becomes text, never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes] `on…` is a listener, `class` the classes, true and false set and leave out
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  for (const child of children) if (child || child === "") made.append(child);
  return made;
}

/**
 * @param {string} label @param {(event: Event) => void} onclick
 * @param {{kind?: "main"|"quiet"|"plain"|"danger", icon?: Element|null, [name: string]: any}} [options]
 */
export function button(label, onclick, { kind = "quiet", icon = null, class: classes = "", ...attributes } = {}) {
  const text = element("span", {}, label);
  return element("button", { type: "button", class: `button button--${kind} ${classes}`.trim(), onclick, ...attributes }, icon, text);
}
