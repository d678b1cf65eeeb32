// @ts-check
import { t } from "../modules/texts.js";
import { newSeed } from "../modules/home_cut.js";
import { newUuid } from "../modules/uuid.js";
import { draftFromServer, emptyDraft } from "../modules/response_state.js";
import { ClassNews } from "./class_news.js";
import { settleConflict } from "./conflict.js";
import { PauseCover } from "./pause_cover.js";
import { PracticeWork, PupilWork } from "./pupil_work.js";
import { thanksScreen } from "./thanks_screen.js";

/**
 * @typedef {import("./app.js").PupilApp} PupilApp
 * @typedef {import("./pupil_api.js").Joined} Joined
 * @typedef {import("../modules/device_store.js").Pupil} Pupil
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
    this.thanked = work.draft.complete;
    this.stop = new AbortController();
    const { signal } = this.stop;
    work.addEventListener("change", () => void this.follow(), { signal });
    work.addEventListener("erased", () => location.reload(), { signal });
    this.news = work instanceof PupilWork ? new ClassNews(String(work.pupil.sender.pupil), (news) => this.hear(news)) : null;
  }

  /** @param {string} uuid */
  async heardFromOutbox(uuid) {
    if (uuid === this.work.pupil.uuid) await this.work.refresh();
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
    this.app.toasts.show(t("{minutes} minutes left. What you have made is safe.", { minutes: message.minutes }), undefined, 60_000);
  }

  tellClosed() {
    if (this.closedTold || this.work.draft.complete || this.app.page.over) return;
    this.closedTold = true;
    this.app.toasts.show(t("The lesson is over. What you have made is collected. You can still press Send."), undefined, 60_000);
  }

  /** After Send, here or in another tab or on another device, only the thank-you page is left. */
  async follow() {
    await this.settle();
    if (!this.work.draft.complete || this.thanked) return;
    this.thanked = true;
    await this.app.show(thanksScreen(this.app));
  }

  /** Another device is ahead: asks the child, once. */
  async settle() {
    if (this.settling || !(this.work instanceof PupilWork) || !this.work.pupil.ahead) return;
    this.settling = true;
    await settleConflict(this.app, this.work);
    this.settling = false;
  }

  end() {
    this.stop.abort();
    this.news?.end();
    this.cover.show(false);
    this.work.close();
    this.app.lesson = null;
  }
}

/**
 * Begins or goes on for the pupil the server has let in.
 * @param {PupilApp} app @param {Joined} joined @returns {Promise<PupilWork>}
 */
export async function workFor(app, joined) {
  const store = /** @type {NonNullable<PupilApp["store"]>} */ (app.store);
  const sender = senderFor(app, joined.token);
  const known = await knownHere(app, joined);
  if (known) {
    await store.changePupil(known.uuid, { ...identityOf(joined), sender, signed_in: true });
    if (!(await store.read(known.uuid))) await store.addPupil({ ...known, ...identityOf(joined), sender, signed_in: true }, draftOf(joined, known.uuid));
    await catchUp(app, known.uuid, joined);
    return openWork(app, known.uuid);
  }
  const uuid = joined.response?.uuid || newUuid();
  const pupil = { uuid, class_code: app.page.class_code, ...identityOf(joined), seed: newSeed(), sender, signed_in: true, joined_at: Date.now() };
  await store.addPupil(pupil, draftOf(joined, uuid));
  void navigator.storage?.persist?.();
  return openWork(app, uuid);
}

/** @param {Joined} joined @param {string} uuid */
function draftOf(joined, uuid) {
  return joined.response ? draftFromServer(joined.response) : emptyDraft(uuid);
}

/** @param {Joined} joined */
function identityOf({ nickname, personal_code, receipt }) {
  return { nickname, personal_code, ...(receipt ? { receipt } : {}) };
}

/** @param {PupilApp} app @param {string} token @returns {import("../modules/response_state.js").Sender} */
export function senderFor({ page }, token) {
  return {
    activity: page.activity,
    questionnaire_version: page.questionnaire_version,
    language: page.language,
    class_code: page.class_code,
    pupil: token,
  };
}

/** @param {PupilApp} app @param {Joined} joined @returns {Promise<Pupil|undefined>} */
async function knownHere(app, joined) {
  const pupils = (await app.store?.pupils()) || [];
  return pupils.find(({ uuid, sender }) => (joined.response ? uuid === joined.response.uuid : sender.pupil === joined.token));
}

/** What the server has beyond this device is taken over, unless something here still waits to be sent. @param {PupilApp} app @param {string} uuid @param {Joined} joined */
async function catchUp(app, uuid, joined) {
  const here = await app.store?.read(uuid);
  if (!here || !joined.response || here.letter) return;
  if (joined.response.revision > here.draft.revision) await app.store?.takeOver(draftFromServer(joined.response));
}

/** @param {PupilApp} app @param {string} uuid */
export async function openWork(app, uuid) {
  const { store, outbox } = app;
  const stored = store && (await store.read(uuid));
  if (!store || !outbox || !stored) throw new Error(`nothing is stored for ${uuid}`);
  const work = new PupilWork(store, outbox, stored.pupil, stored.draft);
  work.letter = stored.letter;
  return work;
}

/** @param {PupilApp} app */
export function practiceWork(app) {
  const { class_code } = app.page;
  const nickname = t("Practice");
  return new PracticeWork({
    uuid: newUuid(), class_code, nickname, personal_code: "", seed: newSeed(), sender: senderFor(app, ""), signed_in: true, joined_at: 0,
  });
}
