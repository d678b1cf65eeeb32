// @ts-check
// The queue of moderation: ticks, decisions in place, single keys for those who want them. Everything works by its buttons
// without this.
import { decideInPlace } from "../planner/decide_in_place.js";
import { queueKeys } from "../planner/queue_keys.js";
import { tickAll } from "../planner/tick_all.js";

const queue = document.querySelector("[data-queue]");
const list = queue?.querySelector("[data-items]");
if (queue instanceof HTMLElement && list instanceof HTMLElement) {
  decideInPlace(list);
  const all = queue.querySelector("[data-all]");
  if (all instanceof HTMLElement) tickAll(all, list);
  const keys = queue.querySelector("[data-keys]");
  if (keys instanceof HTMLElement) queueKeys(queue, list, keys);
}
