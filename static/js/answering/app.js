// @ts-check
import { forgetCircles, tabMemory } from "../modules/circle_memory.js";
import { openDeviceStore } from "../modules/device_store.js";
import { sendAlsoWhenClosed } from "../modules/offline.js";
import { Outbox } from "../modules/outbox.js";
import { t } from "../modules/texts.js";
import { workChannel } from "../modules/work_channel.js";
import { showAnswers } from "./answers_card.js";
import { Answering } from "./answering.js";
import { settleElsewhere } from "./elsewhere.js";
import { languageLinks } from "./language_links.js";
import { readyForPaper } from "./on_paper.js";
import { pageInAddress } from "./pager.js";
import { showRefused } from "./refused.js";
import { beginAnew, goOn, goOnWith, lastRespondent } from "./respondent.js";
import { Screens } from "./screens.js";
import { SentCard } from "./sent_card.js";
import { startCard } from "./start_card.js";
import { SurveyView } from "./survey_view.js";

/** @typedef {import("./types.js").SurveyData} SurveyData */
/** @typedef {import("./survey_work.js").SurveyWork} SurveyWork */

/** A survey in the page: the start, the questions, the thanks, and whose answer is under way. */
export class SurveyApp {
  /** @param {HTMLElement} root @param {SurveyData} data */
  constructor(root, data) {
    this.data = data;
    this.screens = new Screens(root);
    /** @type {SurveyWork|null} */
    this.work = null;
    /** @type {Answering|null} */
    this.answering = null;
    /** Whether an answer is being opened. */
    this.entering = false;
    /** @type {string|undefined} UUID of the answer that the questions show */
    this.shown = undefined;
    /** @type {number|null|undefined} the refused revision that is told about */
    this.told = null;
    this.stop = new AbortController();
    this.circles = this.circleMemory();
    const work = {
      circles: this.circles,
      given: () => this.draft,
      changed: (/** @type {any} */ edit) => this.answering?.change(() => /** @type {SurveyWork} */ (this.work).change(edit)) || Promise.resolve(),
      seed: () => /** @type {SurveyWork} */ (this.work).pupil.seed,
    };
    this.view = new SurveyView(/** @type {HTMLFormElement} */ (this.screens.of("form")), data, work);
  }

  get draft() {
    return this.work?.draft || { uuid: "", revision: 0, complete: false, answers: {}, marks: [], next_mark: 1, next_together: 1 };
  }

  /** Where the circles lie that hide homes. */
  circleMemory() {
    return tabMemory();
  }

  /** Where answers lie until they are sent. @returns {Promise<{store: import("../modules/device_store.js").DeviceStore, outbox: Outbox}>} */
  async place() {
    const store = await openDeviceStore();
    const tabs = workChannel();
    const outbox = new Outbox(store, {
      address: (uuid) => `/api/responses/${uuid}?lang=${this.data.own}`,
      onChange: (uuid) => {
        tabs?.postMessage(uuid);
        this.hear(uuid);
        void sendAlsoWhenClosed();
      },
    });
    return { store, outbox };
  }

  /** What lies here of an answer has changed. @param {string} uuid */
  hear(uuid) {
    if (uuid === this.work?.pupil.uuid) void this.work.refresh();
  }

  async start() {
    const { store, outbox } = await this.place();
    this.here = { store, outbox, data: this.data };
    const { signal } = this.stop;
    addEventListener("online", () => void outbox.nudge(true), { signal });
    addEventListener("visibilitychange", () => void outbox.nudge(true), { signal });
    addEventListener("beforeunload", (event) => this.holdsPhotos() && event.preventDefault(), { signal });
    addEventListener("popstate", () => !this.answering && !this.entering && pageInAddress() && void this.welcome(), { signal });
    this.offerLanguages();
    this.startCard = startCard(this);
    this.sentCard = new SentCard(this);
    this.screens.of("answers").querySelector("[data-go]")?.addEventListener("click", () => this.leaveAnswers());
    this.view.follow();
    readyForPaper(this.view.form);
    await this.welcome();
    void outbox.nudge(true);
  }

  offerLanguages() {
    languageLinks(async () => !this.holdsPhotos() && this.answering?.keep(), () => this.sayNoNetwork());
  }

  /** Photos that are not sent yet would be gone with the page. */
  holdsPhotos() {
    const holds = Boolean(this.answering) && this.view.views.some(({ isWaiting }) => isWaiting);
    if (holds) this.answering?.pager.say(t("A photo is not sent yet. Wait, try again, or remove it."));
    return holds;
  }

  sayNoNetwork() {
    this.answering?.pager.say(t("We cannot reach the network. Try again in a moment."));
  }

  /** Where this browser was: on a page, at the start, or done. */
  async welcome() {
    const here = this.ready();
    const respondent = await lastRespondent(here);
    const stored = respondent && (await here.store.read(respondent.uuid));
    if (respondent && stored?.draft.complete) return this.sent(await goOn(here, respondent.uuid));
    const begun = stored?.draft.revision ? respondent : undefined;
    this.startCard?.show(begun);
    if (respondent && pageInAddress() && !this.answering) await this.goOn(respondent.uuid);
  }

  begin() {
    return this.enter(() => beginAnew(this.ready()));
  }

  /** @param {string} uuid */
  goOn(uuid) {
    return this.enter(() => goOn(this.ready(), uuid));
  }

  /** @param {any} stored the answer as the server has it @param {boolean} [isChosen] instead of what is here */
  goOnWith(stored, isChosen = false) {
    return this.enter(() => goOnWith(this.ready(), stored, isChosen));
  }

  /** One way in at a time: pressed twice, or gone back meanwhile, nothing is begun anew. @param {() => Promise<SurveyWork>} open */
  async enter(open) {
    if (this.entering) return;
    this.entering = true;
    try {
      this.answer(await open());
    } finally {
      this.entering = false;
    }
  }

  /** @param {SurveyWork} work @param {string} [page] to begin on */
  answer(work, page) {
    this.take(work);
    if (this.shown !== work.pupil.uuid) for (const view of this.view.views) view.forget();
    this.shown = work.pupil.uuid;
    this.answering = new Answering(this, work, this.view);
    this.screens.show("form");
    this.answering.begin(page);
  }

  /** @param {SurveyWork} work */
  async sent(work) {
    this.take(work);
    history.replaceState(null, "", location.pathname + location.search);
    this.sentCard?.show(work);
    this.screens.show("sent");
    this.sentCard?.focus();
  }

  /** @param {SurveyWork|null} work null: nobody's */
  take(work) {
    this.answering?.end();
    this.answering = null;
    if (this.work !== work) this.work?.close();
    this.work = work;
  }

  /** Something about the answer is news: another tab or device sent it, or the server could not take it. @param {SurveyWork} work */
  async heed(work) {
    if (work !== this.work || !this.answering) return;
    if (work.pupil.ahead) return settleElsewhere(this, work);
    if (work.draft.complete && !this.answering.waiting) return this.sent(work);
    if (work.letter?.refusal && work.letter.revision !== this.told) showRefused(this.view, work);
    this.told = work.letter?.refusal && work.letter.revision;
  }

  /** Nothing more is drawn by this respondent. @param {SurveyWork} work */
  forgetHomes({ pupil }) {
    forgetCircles(pupil.seed, this.circles);
  }

  /** Back to the start, with what is answered so far kept. */
  async leave() {
    if (location.hash) history.pushState(null, "", location.pathname + location.search);
    this.answering?.end();
    this.answering = null;
    await this.welcome();
    // The browser may have gone forth again meanwhile.
    if (this.answering) return;
    this.screens.show("start");
    this.startCard?.focus();
  }

  /** @param {"form"|"sent"} from */
  showAnswers(from) {
    this.from = from;
    if (from === "sent") showAnswers(this.screens.of("answers"), this.view, null);
    this.screens.show("answers");
    /** @type {HTMLElement} */ (this.screens.of("answers").querySelector("h1")).focus({ preventScroll: true });
  }

  leaveAnswers() {
    if (this.from === "sent") return this.work && this.sent(this.work);
    this.screens.show("form");
    return this.answering?.pager.heading.focus({ preventScroll: true });
  }

  ready() {
    if (!this.here) throw new Error("not started");
    return this.here;
  }
}
