// @ts-check
// A draft is what one respondent has told so far. Every function here returns a new draft and leaves the old one alone.

/**
 * @typedef {{type: string, coordinates: any}} Geometry GeoJSON, WGS84
 * @typedef {{id: number, question: string, category: string, geometry: Geometry, home_cut?: boolean,
 *   answers: Record<string, any>}} Mark `id` is the device's own and is never sent
 * @typedef {{uuid: string, revision: number, complete: boolean, answers: Record<string, any>, marks: Mark[],
 *   next_mark: number, next_together: number, page?: string}} Draft `page`: the last one of a survey that was reached
 * @typedef {{activity: string|number, questionnaire_version: number, language: string, class_code?: string,
 *   pupil?: string, replaces?: string}} Sender
 */

/** @param {string} uuid @returns {Draft} */
export function emptyDraft(uuid) {
  return { uuid, revision: 0, complete: false, answers: {}, marks: [], next_mark: 1, next_together: 1 };
}

/**
 * The draft as the server has it, when work goes on here.
 * @param {{uuid: string, revision: number, complete: boolean, answers: Record<string, any>, marks: any[], page?: string|null}} stored
 * @returns {Draft}
 */
export function draftFromServer(stored) {
  const draft = { ...emptyDraft(stored.uuid), revision: stored.revision, complete: stored.complete, answers: stored.answers || {}, ...pageOf(stored) };
  return addMarks(draft, stored.marks.map(markFromFeature));
}

/** @param {{page?: string|null}} draft */
const pageOf = ({ page }) => (page ? { page } : {});

/** @param {any} feature @returns {Omit<Mark, "id">} */
function markFromFeature(feature) {
  const { question, category, home_cut, answers } = feature.properties;
  return withHomeCut({ question, category, geometry: feature.geometry, answers: answers || {} }, home_cut);
}

/** @param {any} mark @param {boolean|null|undefined} homeCut */
function withHomeCut(mark, homeCut) {
  return typeof homeCut === "boolean" ? { ...mark, home_cut: homeCut } : mark;
}

/** @param {Draft} draft @param {Omit<Mark, "id">[]} marks @returns {Draft} */
export function addMarks(draft, marks) {
  const numbered = marks.map((mark, index) => ({ ...mark, id: draft.next_mark + index }));
  const together = marks.map((mark) => Number(mark.answers.together) || 0);
  return {
    ...draft,
    marks: [...draft.marks, ...numbered],
    next_mark: draft.next_mark + marks.length,
    next_together: Math.max(draft.next_together, ...together.map((number) => number + 1)),
  };
}

/**
 * Several feelings about one place: several marks with one geometry and one `together` number.
 * @param {Draft} draft @param {Omit<Mark, "id">[]} marks
 */
export function addTogether(draft, marks) {
  if (marks.length < 2) return addMarks(draft, marks.map(alone));
  const together = draft.next_together;
  return addMarks(draft, marks.map((mark) => ({ ...mark, answers: { ...mark.answers, together } })));
}

/** @param {Omit<Mark, "id">} mark */
function alone(mark) {
  const { together: _, ...answers } = mark.answers;
  return { ...mark, answers };
}

/** @param {Draft} draft @param {number} id @param {Partial<Mark>} changes @returns {Draft} */
export function changeMark(draft, id, changes) {
  return { ...draft, marks: draft.marks.map((mark) => (mark.id === id ? { ...mark, ...changes, id } : mark)) };
}

/** @param {Draft} draft @param {number[]} ids @returns {Draft} */
export function removeMarks(draft, ids) {
  return { ...draft, marks: draft.marks.filter((mark) => !ids.includes(mark.id)) };
}

/**
 * The marks of one place changed as one: those that went, went; those that came, came; the first keeps its place in the list,
 * and the ids stay in use, so that whoever presses what is still shown of them finds them.
 * @param {Draft} draft @param {number[]} ids @param {Omit<Mark, "id">[]} marks @returns {Draft}
 */
export function replaceTogether(draft, ids, marks) {
  const at = draft.marks.findIndex((mark) => ids.includes(mark.id));
  const without = removeMarks(draft, ids);
  const added = addTogether(without, marks);
  const before = draft.marks.filter((mark) => ids.includes(mark.id));
  const fresh = added.marks.slice(without.marks.length).map((mark, index) => ({ ...mark, id: before[index]?.id ?? mark.id }));
  const position = at < 0 ? without.marks.length : at;
  return { ...added, marks: [...without.marks.slice(0, position), ...fresh, ...without.marks.slice(position)] };
}

/** @param {Draft} draft @param {Mark[]} marks marks taken away before, with the ids they had @returns {Draft} */
export function putBack(draft, marks) {
  const present = new Set(draft.marks.map((mark) => mark.id));
  const all = [...draft.marks, ...marks.filter((mark) => !present.has(mark.id))];
  return { ...draft, marks: all.sort((a, b) => a.id - b.id) };
}

/** @param {Draft} draft @param {Record<string, any>} answers an answer of null takes the answer away @returns {Draft} */
export function setAnswers(draft, answers) {
  const all = Object.entries({ ...draft.answers, ...answers }).filter(([, value]) => value !== null && value !== "");
  return { ...draft, answers: Object.fromEntries(all) };
}

/** @param {Draft} draft @returns {Draft} */
export function completed(draft) {
  return { ...draft, complete: true };
}

/**
 * Marks of one place belong together in the list.
 * @param {Draft} draft @returns {Mark[][]}
 */
export function places(draft) {
  /** @type {Map<string, Mark[]>} */
  const groups = new Map();
  for (const mark of draft.marks) {
    const together = mark.answers.together;
    const key = together ? `together ${together}` : `mark ${mark.id}`;
    groups.set(key, [...(groups.get(key) || []), mark]);
  }
  return [...groups.values()];
}

/**
 * The whole response as the server wants it.
 * @param {Draft} draft @param {Sender} sender
 */
export function handIn(draft, sender) {
  return {
    ...sender,
    revision: draft.revision,
    complete: draft.complete,
    ...pageOf(draft),
    answers: draft.answers,
    marks: draft.marks.map(({ question, category, geometry, home_cut, answers }) => ({
      type: "Feature",
      geometry,
      properties: withHomeCut({ question, category, answers }, home_cut),
    })),
  };
}
