// @ts-check
// Any page of a survey on a tablet that is handed on.
import { watchKiosk } from "../answering/kiosk_watch.js";

const root = document.querySelector("[data-kiosk]");
const has = (/** @type {string} */ selector) => document.querySelector(selector) !== null;
if (root) watchKiosk(/** @type {HTMLElement} */ (root), { isStart: () => has("#begin"), isEnd: () => has(".thanks__code") });
