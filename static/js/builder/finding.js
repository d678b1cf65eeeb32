// @ts-check
/** @typedef {import("./types.js").Questionnaire} Questionnaire */
/** @typedef {import("./types.js").Question} Question */
/**
 * @typedef {object} Found where a question stands
 * @property {Question} question
 * @property {Question[]} list the questions it is among
 * @property {number} index
 * @property {string} path in the document
 * @property {number} page
 * @property {Question} [owner] the map question about whose marks it is asked
 * @property {import("./types.js").Category} [category] the only one it is asked about
 */

/** Every question in the order of the outline. @param {Questionnaire} document @returns {Generator<Found>} */
export function* everyQuestion(document) {
  for (const [page, { questions }] of document.pages.entries()) {
    for (const found of among(questions, `pages[${page}].questions`, { page })) {
      yield found;
      yield* followups(found);
    }
  }
}

/** @param {Found} found @returns {Generator<Found>} */
function* followups({ question: owner, path, page }) {
  yield* among(owner.followups, `${path}.followups`, { page, owner });
  for (const [at, category] of (owner.categories ?? []).entries())
    yield* among(category.followups, `${path}.categories[${at}].followups`, { page, owner, category });
}

/** @param {Question[]|undefined} list @param {string} path @param {{page: number, owner?: Question, category?: any}} around @returns {Generator<Found>} */
function* among(list, path, around) {
  for (const [index, question] of (list ?? []).entries())
    yield { question, list: /** @type {Question[]} */ (list), index, path: `${path}[${index}]`, ...around };
}

/** @param {Questionnaire} document @param {string} uid */
export function findQuestion(document, uid) {
  for (const found of everyQuestion(document)) if (found.question.uid === uid) return found;
  return undefined;
}

/** @param {Questionnaire} document @param {string} name */
export function findPage(document, name) {
  const index = document.pages.findIndex((page) => page.name === name);
  return index < 0 ? undefined : { page: document.pages[index], index, path: `pages[${index}]` };
}

/** What the question's conditions may look at: what is asked before it. @param {Questionnaire} document @param {string} [uid] @param {number} [page] before this page */
export function askedBefore(document, uid, page = Infinity) {
  /** @type {Found[]} */ const before = [];
  const self = uid ? findQuestion(document, uid) : undefined;
  for (const found of everyQuestion(document)) {
    if (found.question.uid === uid || found.page >= page) break;
    if (!found.owner || (found.owner === self?.owner && (!found.category || found.category === self?.category))) before.push(found);
  }
  return before.filter(({ question }) => question !== self?.owner);
}

/** A problem's question or page. @param {Questionnaire} document @param {string} place @returns {import("./types.js").Selection} */
export function placeOf(document, place) {
  let best = /** @type {Found|undefined} */ (undefined);
  for (const found of everyQuestion(document))
    if ((place === found.path || place.startsWith(`${found.path}.`)) && found.path.length > (best?.path.length ?? 0)) best = found;
  if (best) return { kind: "question", uid: best.question.uid };
  const page = document.pages[Number(place.match(/^pages\[(\d+)\]/)?.[1] ?? -1)];
  return page ? { kind: "page", name: page.name } : { kind: "front" };
}
