// @ts-check
import { answerOf } from "./asking.js";

const EVERY = 15_000;
// Who has changed nothing for so long does not keep others from it.
const IDLE = 5 * 60_000;

/** Says that this page builds, and hears who else does. */
export class Presence {
  /**
   * @param {import("./saver.js").Saver} saver @param {import("./types.js").PageData} data
   * @param {(state: {other: string, changed: boolean}) => void} onState `changed`: there is a draft that this page has not seen
   */
  constructor(saver, data, onState) {
    this.saver = saver;
    this.data = data;
    this.onState = onState;
    const askIfSeen = () => document.visibilityState === "visible" && this.ask();
    setInterval(askIfSeen, EVERY);
    document.addEventListener("visibilitychange", askIfSeen);
    addEventListener("pagehide", () => this.leave());
    this.ask();
  }

  /** @param {"look"|"keep"|"take"} [wish] */
  async ask(wish = Date.now() - this.saver.savedAt < IDLE ? "keep" : "look") {
    const before = this.saver.edition;
    const { status, content } = await answerOf(this.data.addresses.hold, this.data.csrf, { editor: this.saver.editor, wish });
    if (status !== 200) return;
    // What this page saved while it asked is no other's change.
    const settled = this.saver.state === "saved" && this.saver.edition === before;
    this.onState({ other: content.other, changed: settled && content.edition !== before });
  }

  leave() {
    if (!this.saver.savedAt) return;
    const headers = { "Content-Type": "application/json", "X-CSRFToken": this.data.csrf };
    const body = JSON.stringify({ editor: this.saver.editor, wish: "leave" });
    fetch(this.data.addresses.hold, { method: "POST", headers, body, keepalive: true }).catch(() => undefined);
  }
}
