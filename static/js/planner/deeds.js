// @ts-check
import { t } from "../modules/texts.js";
import { change } from "./marks_source.js";
/** @typedef {import("./types.js").PlannersMark} PlannersMark */
/** @typedef {import("./types.js").Verb} Verb */

const OPPOSITE = /** @type {Record<string, Verb>} */ ({ hide: "restore", restore: "hide", review: "unreview", unreview: "review" });
const EFFECT = /** @type {Record<string, Partial<PlannersMark>>} */ ({
  hide: { hidden: true },
  restore: { hidden: false },
  review: { reviewed: true },
  unreview: { reviewed: false },
});

/** @param {Verb} verb @param {number} number */
function told(verb, number) {
  const count = number.toLocaleString(document.documentElement.lang);
  const words = {
    hide: t("{count} hidden", { count }),
    restore: t("{count} shown again", { count }),
    review: t("{count} marked as looked at", { count }),
    unreview: t("{count} wait again", { count }),
    delete: t("{count} deleted", { count }),
  };
  return words[verb];
}

/** Carries out what the planner decides, and offers to undo it. */
export class Deeds {
  /**
   * @param {{
   *   addresses: Record<Verb, string>, csrf: string, toast: import("./undo_toast.js").UndoToast,
   *   marksWith: (ids: number[]) => PlannersMark[], onChanged: (marks: PlannersMark[]) => void, onBack: () => void,
   * }} how
   */
  constructor(how) {
    this.how = how;
    addEventListener("pagehide", () => {
      this.leaving = true;
      how.toast.settle();
    });
    this.leaving = false;
    /** What is on its way to the server. @type {Set<string>} */
    this.underWay = new Set();
  }

  /** @param {Verb} verb @param {number[]} ids */
  async act(verb, ids) {
    if (verb === "delete") return this.remove(ids);
    // Pressed again before it came through, nothing would change, and what can be undone would no longer be told of.
    const fresh = ids.filter((id) => !this.underWay.has(`${verb} ${id}`));
    if (!fresh.length) return;
    for (const id of fresh) this.underWay.add(`${verb} ${id}`);
    const changed = await this.send(verb, fresh);
    for (const id of fresh) this.underWay.delete(`${verb} ${id}`);
    if (!changed) return;
    this.how.toast.show(told(verb, changed.length), () => this.send(OPPOSITE[verb], changed));
  }

  /** @param {Verb} verb @param {number[]} ids */
  async send(verb, ids) {
    const { changed, whole } = await change(this.how.addresses[verb], this.how.csrf, ids, this.leaving);
    const marks = this.how.marksWith(changed);
    for (const mark of marks) Object.assign(mark, EFFECT[verb]);
    if (marks.length) this.how.onChanged(marks);
    return whole ? changed : this.fail();
  }

  /** Nothing brings a deleted mark back, so the server hears of it only when it can no longer be undone. @param {number[]} ids */
  remove(ids) {
    const marks = this.how.marksWith(ids).filter(({ hidden, draft }) => hidden && !draft);
    const seen = (/** @type {boolean} */ gone) => {
      for (const mark of marks) mark.gone = gone;
      this.how.onChanged(marks);
    };
    const kept = marks.map(({ id }) => id);
    if (!kept.length) return;
    seen(true);
    this.how.toast.show(told("delete", kept.length), () => location.reload(), async () => {
      const { changed, whole } = await change(this.how.addresses.delete, this.how.csrf, kept, this.leaving);
      if (whole) return;
      for (const mark of marks) mark.gone = changed.includes(mark.id);
      this.how.onBack();
      this.fail();
    });
  }

  fail() {
    this.how.toast.show(t("That did not come through. Try again in a moment."));
    return undefined;
  }
}
