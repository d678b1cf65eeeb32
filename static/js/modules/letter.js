// @ts-check
import { handIn } from "./response_state.js";

/**
 * @typedef {{status: number, messages: string[], problems: import("./hand_in_answer.js").Problem[]}} Refusal
 * @typedef {{uuid: string, after?: string, held?: boolean, revision: number, complete: boolean, body: string, tries: number,
 *   not_before: number, asked_to_wait: boolean, refusal: Refusal|null, ticket?: string}} Letter the newest revision that the server has
 *   not yet acknowledged; `after`: what it corrects, which goes first; `held`: the child must hear of something first
 */

/**
 * A new letter goes at once, unless the server has asked us to wait.
 * @param {import("./response_state.js").Draft} draft @param {import("./device_store.js").Pupil} pupil
 * @param {Letter|undefined} before the letter it takes the place of @returns {Letter}
 */
export function letterFor(draft, pupil, before) {
  const body = JSON.stringify(handIn(draft, pupil.sender));
  const asked = before?.asked_to_wait ? { tries: before.tries, not_before: before.not_before, asked_to_wait: true } : {};
  return {
    uuid: draft.uuid,
    after: pupil.corrects?.uuid,
    ticket: pupil.ticket,
    held: pupil.sent_elsewhere,
    revision: draft.revision,
    complete: draft.complete,
    body,
    tries: 0,
    not_before: 0,
    asked_to_wait: false,
    refusal: null,
    ...asked,
  };
}

/** Whether it may not go yet, since what it corrects still waits to be sent. @param {Letter} letter @param {Letter[]} letters all that wait @returns {boolean} */
export function isBehind({ after, held }, letters) {
  return Boolean(held) || letters.some((letter) => letter.uuid === after && !letter.refusal);
}
