// @ts-check
import { pageMemory } from "../modules/circle_memory.js";
import { oneAtATime } from "../modules/one_at_a_time.js";
import { t } from "../modules/texts.js";
import { SurveyApp } from "./app.js";
import { watchKiosk } from "./kiosk_watch.js";
import { fetchPage } from "./page_in_place.js";

/** @typedef {import("./page_in_place.js").Page} Page */

const PATIENCE = 4_000;

/** A survey on a tablet that is handed on: nothing of one person is left to the next, neither on the screen nor on the device. */
export class KioskApp extends SurveyApp {
  /**
   * @param {HTMLElement} root @param {import("./types.js").SurveyData} data @param {import("./kiosk_place.js").KioskPlace} kiosk
   * @param {(page?: Page) => KioskApp} anew shows another page in this one's place, or the one that came first
   */
  constructor(root, data, kiosk, anew) {
    super(root, data);
    this.kiosk = kiosk;
    this.anew = anew;
    this.leaving = false;
    /** To the page in another language, whose address is given. */
    this.turnTo = oneAtATime((/** @type {string} */ address) => this.inLanguage(address));
    /** @type {Promise<void>} */
    this.started = Promise.resolve();
  }

  circleMemory() {
    return pageMemory();
  }

  async place() {
    return this.kiosk;
  }

  async start() {
    const { signal } = this.stop;
    this.kiosk.tell = (uuid) => (this.hear(uuid), this.tellWaiting());
    document.addEventListener("click", (event) => this.press(event), { signal });
    // Whoever only went back to the start has still left answers here.
    const isStart = () => !this.screens.of("start").hidden && !this.work;
    watchKiosk(this.watch, { isStart, isEnd: () => !this.screens.of("sent").hidden, handOn: () => void this.handOver(), signal });
    await super.start();
    this.tellWaiting();
  }

  /** @returns {HTMLElement} */
  get watch() {
    return /** @type {HTMLElement} */ (document.querySelector("[data-kiosk]"));
  }

  /** @param {Event} event */
  press({ target }) {
    if (target instanceof Element && target.closest("[data-hand-over]")) void this.handOver();
  }

  /** What is not sent is in this page alone: that is said as long as it is so. */
  tellWaiting() {
    const { waiting } = this.kiosk;
    const line = /** @type {HTMLElement} */ (this.screens.of("start").querySelector("[data-waiting]"));
    line.hidden = !waiting;
    line.textContent = waiting ? t("Answers that wait for the network: {count}. They lie in this page alone: do not close it.", { count: waiting }) : "";
  }

  /** Another language, with what is answered so far. */
  offerLanguages() {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".languages a"))) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        void this.turnTo(link.href);
      });
    }
  }

  /** @param {string} address of the page in another language */
  async inLanguage(address) {
    if (this.holdsPhotos()) return undefined;
    await this.answering?.keep();
    const page = await fetchPage(address);
    if (this.leaving) return undefined;
    if (!page) return this.sayNoNetwork();
    // What was told while the page was fetched.
    await this.answering?.keep();
    const under = this.answering && this.work?.pupil.uuid;
    this.end();
    const next = this.anew(page);
    await next.started;
    if (under) await next.goOn(under);
    return undefined;
  }

  /** The next person: a page of its own, or this one emptied, while something waits or there is no network. */
  async handOver() {
    if (this.leaving) return;
    this.leaving = true;
    const { work } = this;
    await this.answering?.keep();
    this.take(null);
    if (work) {
      this.forgetHomes(work);
      await Promise.race([this.kiosk.outbox.nudge(true), pause()]);
      await this.kiosk.leave(work.pupil.uuid);
    }
    const next = this.watch.dataset.next || location.pathname;
    if (!this.kiosk.waiting && (await isThere(next))) return location.replace(next);
    history.replaceState(null, "", location.pathname + location.search);
    this.end();
    this.anew();
    return scrollTo(0, 0);
  }

  /** Hears nothing more. */
  end() {
    this.stop.abort();
    this.take(null);
    for (const view of this.view.views) view.close();
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PATIENCE));

/** @param {string} address */
async function isThere(address) {
  try {
    await fetch(address, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return true;
  } catch {
    return false;
  }
}
