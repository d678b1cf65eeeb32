// @ts-check
// Who made the map, as Leaflet's attribution line wants it: HTML, so whatever the operator wrote is escaped.

const LINKS = new Map([["OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"]]);
// A licence belongs to the source that it stands after.
const BETWEEN_SOURCES = /, +(?!CC[ 0-]|NLOD|ODbL)/i;
const COPYRIGHT = /^(©|\(c\))\s*/i;

/** @param {string} text */
export function attributionHtml(text) {
  let html = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  for (const [name, url] of LINKS)
    html = html.replace(name, `<a href="${url}" target="_blank" rel="noopener noreferrer">${name}</a>`);
  return html;
}

/**
 * What the layers of a map say of their sources, each source once, where it stands first; with © where one of them has it.
 * @param {string[]} credits HTML, several sources in one with commas between
 * @returns {string[]} one source in each
 */
export function eachSourceOnce(credits) {
  /** @type {Map<string, string>} */
  const sources = new Map();
  for (const source of credits.flatMap((credit) => credit.split(BETWEEN_SOURCES)).map((text) => text.trim())) {
    const name = source.replace(COPYRIGHT, "").toLowerCase();
    const known = sources.get(name);
    if (!known || (COPYRIGHT.test(source) && !COPYRIGHT.test(known))) sources.set(name, source);
  }
  return [...sources.values()].filter(Boolean);
}
