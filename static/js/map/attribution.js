// @ts-check
// Who made the map, as Leaflet's attribution line wants it: HTML, so whatever the operator wrote is escaped.

const LINKS = new Map([["OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"]]);

/** @param {string} text */
export function attributionHtml(text) {
  let html = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  for (const [name, url] of LINKS)
    html = html.replace(name, `<a href="${url}" target="_blank" rel="noopener noreferrer">${name}</a>`);
  return html;
}
