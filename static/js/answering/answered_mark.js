// @ts-check
// In this browser somebody has answered this survey: that, and nothing about whom, so that pages without JavaScript know it too.

const DAYS = 180;

/** @param {string} activity @param {number} seconds */
function set(activity, seconds) {
  document.cookie = `answered=1; path=/a/${activity}; max-age=${seconds}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}

/** @param {string} activity */
export const markAnswered = (activity) => set(activity, DAYS * 24 * 3600);

/** @param {string} activity */
export const forgetAnswered = (activity) => set(activity, 0);

export const isAnswered = () => /(?:^|; )answered=1(?:;|$)/.test(document.cookie);
