// @ts-check
import { setAnswers } from "../modules/response_state.js";
import { PupilWork } from "../pupil/pupil_work.js";

const PAUSE = 5_000;

/** One respondent's answers in this tab. They are on the device at once, and go to the server now and then. */
export class SurveyWork extends PupilWork {
  /**
   * @param {import("../modules/device_store.js").DeviceStore} store @param {import("../modules/outbox.js").Outbox} outbox
   * @param {import("../modules/device_store.js").Pupil} pupil @param {import("../modules/response_state.js").Draft} draft
   */
  constructor(store, outbox, pupil, draft) {
    super(store, /** @type {any} */ ({ nudge: () => this.soon() }), pupil, draft);
    this.sender = outbox;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
  }

  /** Not with every key that is pressed. */
  soon() {
    this.timer ??= setTimeout(() => void this.send(), PAUSE);
    return Promise.resolve();
  }

  /** What lies here goes now. */
  async send() {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.sender.nudge(true);
    await this.refresh();
  }

  /** @param {Record<string, any>} answers null takes one away @param {string} [page] the last that was reached */
  answer(answers, page = this.draft.page) {
    return this.change((draft) => ({ ...setAnswers(draft, answers), page }));
  }

  close() {
    clearTimeout(this.timer);
    super.close();
  }
}
