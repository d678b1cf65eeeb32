// @ts-check
import { t } from "../modules/texts.js";
import { ClassNews } from "./class_news.js";
import { settleConflict } from "./conflict.js";
import { PauseCover } from "./pause_cover.js";
import { PupilWork } from "./pupil_work.js";
import { thanksScreen } from "./thanks_screen.js";

/**
 * @typedef {import("./app.js").PupilApp} PupilApp
 * @typedef {import("./pupil_work.js").PracticeWork} PracticeWork
 */

/** One pupil at work in this tab: the work, the news from the class, and the order of the screens. */
export class Lesson {
  /** @param {PupilApp} app @param {PupilWork|PracticeWork} work */
  constructor(app, work) {
    this.app = app;
    this.work = work;
    this.cover = new PauseCover(app);
    /** @type {string|null} */
    this.minutesTold = null;
    this.settling = false;
    this.closedTold = false;
    this.moving = false;
    this.thanked = work.draft.complete;
    this.stop = new AbortController();
    const { signal } = this.stop;
    work.addEventListener("change", () => void this.follow(), { signal });
    work.addEventListener("erased", () => this.moving || location.reload(), { signal });
    this.news = work instanceof PupilWork ? new ClassNews(String(work.pupil.sender.pupil), (news) => this.hear(news)) : null;
  }

  /** @param {string} uuid */
  async heardFromOutbox(uuid) {
    const { pupil } = this.work;
    if (uuid === pupil.uuid || uuid === pupil.corrects?.uuid) await this.work.refresh();
  }

  /** @param {any} news */
  hear(news) {
    this.cover.show(news.class_status === "paused");
    this.tellMinutes(news.message);
    if (news.class_status === "closed") this.tellClosed();
    this.work.dispatchEvent(new CustomEvent("news", { detail: news }));
  }

  /** @param {{kind: string, minutes: number, at: string}|null} message */
  tellMinutes(message) {
    if (message?.kind !== "minutes_left" || message.at === this.minutesTold) return;
    this.minutesTold = message.at;
    this.app.toasts.tell(t("{minutes} minutes left. What you have made is safe.", { minutes: message.minutes }), 60_000);
  }

  tellClosed() {
    if (this.closedTold || this.work.draft.complete || this.app.page.over) return;
    this.closedTold = true;
    const collected = t("The lesson is over. What you have made is collected. You can still press Send.");
    const correcting = t("The lesson is over. What you sent before stands. You can still send your correction.");
    this.app.toasts.tell(this.work.pupil.corrects ? correcting : collected, 60_000);
  }

  /** After Send, here or in another tab or on another device, only the thank-you page is left. */
  async follow() {
    await this.settle();
    const { complete } = this.work.draft;
    const isNew = complete && !this.thanked;
    this.thanked = complete;
    if (isNew) await this.app.show(thanksScreen(this.app));
  }

  /** Another device was there too: asks the child, once. */
  async settle() {
    const { pupil } = this.work;
    if (this.settling || !(this.work instanceof PupilWork) || !(pupil.ahead || pupil.sent_elsewhere)) return;
    this.settling = true;
    try {
      await settleConflict(this.app, this.work);
    } finally {
      this.settling = false;
    }
  }

  /**
   * Moves the work to another UUID: that it is gone from where it was is then no news to this tab.
   * @template T @param {() => Promise<T>} move @returns {Promise<T>}
   */
  async move(move) {
    this.moving = true;
    try {
      return await move();
    } finally {
      this.moving = false;
    }
  }

  end() {
    this.stop.abort();
    this.news?.end();
    this.cover.show(false);
    this.work.close();
    this.app.lesson = null;
  }
}

/** This tab goes on with this work. @param {PupilApp} app @param {PupilWork|PracticeWork} work */
export function startLesson(app, work) {
  app.lesson?.end();
  app.lesson = new Lesson(app, work);
}
