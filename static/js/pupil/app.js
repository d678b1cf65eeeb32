// @ts-check
import { Announcer } from "../modules/announcer.js";
import { openDeviceStore } from "../modules/device_store.js";
import { element } from "../modules/element.js";
import { sendAlsoWhenClosed } from "../modules/offline.js";
import { Outbox } from "../modules/outbox.js";
import { workChannel } from "../modules/work_channel.js";
import { stopReading } from "./read_aloud.js";
import { Toasts } from "./toast.js";
import { readAskedIn } from "./asked_in.js";
import { welcome } from "./welcome.js";

/**
 * @typedef {{element: HTMLElement, leave?: () => void}} Screen
 * @typedef {{class_code: string, class_status: string, over: boolean, class_label: string, activity: string|number, questionnaire_version: number,
 *   questionnaire: import("./questionnaire.js").Questionnaire, language: string, languages: [string, string][], unread: boolean, map: any,
 *   school: {name: string, lon: number, lat: number}|null, places: {name: string, lon: number, lat: number}[],
 *   home_cut: {density: number|null}, practice: boolean, adult: string, helpline: {name: string, number: string},
 *   promise: string|null, privacy_url: string}} Page
 */

/** What all screens share: the page's data, the device's store, and the one screen that is shown. */
export class PupilApp {
  /** @param {HTMLElement} root @param {Page} page */
  constructor(root, page) {
    this.root = root;
    this.page = page;
    readAskedIn(page);
    this.announcer = new Announcer();
    this.toasts = new Toasts(this.announcer);
    this.place = element("div", { class: "screen" });
    /** @type {Screen|null} */
    this.screen = null;
    /** @type {import("./lesson.js").Lesson|null} */
    this.lesson = null;
  }

  async start() {
    this.root.replaceChildren(this.place, this.toasts.element, this.announcer.element);
    this.root.classList.toggle("is-practice", this.page.practice);
    this.root.classList.toggle("is-young", this.page.questionnaire.age === "3-7");
    this.store = await openDeviceStore();
    const tabs = workChannel();
    this.outbox = new Outbox(this.store, {
      onChange: (uuid) => {
        tabs?.postMessage(uuid);
        void this.lesson?.heardFromOutbox(uuid);
        void sendAlsoWhenClosed();
      },
    });
    addEventListener("online", () => void this.outbox?.nudge(true));
    addEventListener("visibilitychange", () => document.visibilityState === "visible" && void this.lookAgain());
    void this.outbox.nudge(true);
    await this.show(await welcome(this));
  }

  /** Back after a while: much may have been sent, or made elsewhere. */
  async lookAgain() {
    await this.lesson?.work.refresh();
    await this.outbox?.nudge(true);
  }

  /** @param {Screen} screen */
  async show(screen) {
    stopReading();
    this.screen?.leave?.();
    this.screen = screen;
    this.place.replaceChildren(screen.element);
    scrollTo(0, 0);
    screen.element.querySelector("h1")?.setAttribute("tabindex", "-1");
    /** @type {HTMLElement|null} */ (screen.element.querySelector("[data-first]") || screen.element.querySelector("h1"))?.focus({ preventScroll: true });
  }

  /** @param {Record<string, string>|undefined} texts @returns {string} in the page's language */
  say = (texts) => (texts ? texts[this.page.language] || texts.nb || Object.values(texts)[0] || "" : "");
}
