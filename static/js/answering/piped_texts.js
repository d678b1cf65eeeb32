// @ts-check
// Earlier answers within the questionnaire's texts. The server marks where they belong by two characters that no text has.

const PIPED = /\ue000([a-z][a-z0-9_]*)\ue001/g;
const NOT_ANSWERED = "…";

/** @typedef {{node: Text, text: string}} Piped */

/** @param {Node} root @returns {Piped[]} the texts in the page with answers in them */
export function pipedIn(root) {
  /** @type {Piped[]} */
  const found = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (node.nodeValue?.includes("\ue000")) found.push({ node: /** @type {Text} */ (node), text: node.nodeValue });
  return found;
}

/** @param {Piped[]} piped @param {(variable: string) => string} answerText "" where nothing was answered */
export function fillIn(piped, answerText) {
  for (const { node, text } of piped) {
    const filled = text.replace(PIPED, (_found, variable) => answerText(variable) || NOT_ANSWERED);
    if (node.data !== filled) node.data = filled;
  }
}
