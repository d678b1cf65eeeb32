// @ts-check
import { element } from "../modules/element.js";
import { newUuid } from "../modules/uuid.js";
import { t } from "../modules/texts.js";
import { askToRemovePhoto, photoAddress, sendPhoto } from "./calls.js";
import { photoNumber, photosInWords } from "./in_words.js";
import { QuestionView } from "./question_view.js";
import { smallPhoto } from "./small_photo.js";

/** @typedef {{name: string, file: File, told: string, mayPass: boolean}} Waiting a photo that is not sent yet, what was said of that, and whether it may go better another time */

// The server will say the same again to a file that is no photo, or too large.
const mayGoBetter = (/** @type {number} */ status) => status < 400 || status === 408 || status === 429 || status >= 500;

/** A question answered with photos: each is sent when it is chosen, and the answer names those the server has. */
export class PhotoView extends QuestionView {
  /** @param {HTMLElement} place @param {import("./types.js").Question} question @param {import("./question_view.js").Around} around */
  constructor(place, question, around) {
    super(place, question, around);
    const box = /** @type {HTMLElement} */ (place.querySelector("[data-photos]"));
    this.most = Number(box.dataset.photos);
    // What plain pages do with the field is not done here as well.
    box.removeAttribute("data-photos");
    this.field = /** @type {HTMLInputElement} */ (box.querySelector("input[type=file]"));
    this.list = element("ul", { class: "photos__chosen" });
    this.notice = element("p", { class: "question__hint", role: "status" });
    /** @type {string[]} what the server has */
    this.names = [];
    /** @type {Waiting[]} */
    this.waiting = [];
    box.append(this.notice, this.list);
    for (const kind of ["input", "change"]) this.field.addEventListener(kind, (event) => event.stopPropagation());
    this.field.addEventListener("change", () => void this.choose([...(this.field.files || [])]));
    this.stop = new AbortController();
    addEventListener("online", () => void this.tryAgain(), { signal: this.stop.signal });
  }

  close() {
    this.stop.abort();
  }

  /** What is on its way comes to nobody else. */
  forget() {
    this.waiting = [];
    this.notice.textContent = "";
  }

  get isWaiting() {
    return this.waiting.length > 0;
  }

  value() {
    const problem = this.waiting.length ? t("A photo is not sent yet. Wait, try again, or remove it.") : "";
    return { value: this.names.length ? this.names : null, problem };
  }

  /** @param {Record<string, any>} answers */
  show(answers) {
    this.names = answers[this.variable] || [];
    this.draw();
  }

  inWords() {
    return this.names.length ? [photosInWords(this.names)] : [];
  }

  /** @param {File[]} files */
  async choose(files) {
    this.field.value = "";
    const room = Math.max(0, this.most - this.names.length - this.waiting.length);
    this.notice.textContent = files.length > room ? t("There is room for {count}. The first ones are kept.", { count: room }) : "";
    const chosen = files.slice(0, room).map((file) => ({ name: newUuid(), file, told: "", mayPass: true }));
    this.waiting.push(...chosen);
    await this.sendAll(chosen);
  }

  tryAgain() {
    return this.sendAll(this.waiting.filter(({ mayPass }) => mayPass));
  }

  /** One after the other. @param {Waiting[]} photos */
  async sendAll(photos) {
    for (const photo of [...photos]) if (this.waiting.includes(photo)) await this.send(photo);
  }

  /** @param {Waiting} photo */
  async send(photo) {
    photo.told = t("Sending the photo …");
    this.draw();
    const { uuid } = this.around.given();
    const { status, error } = await sendPhoto(uuid, photo.name, this.around.data, await smallPhoto(photo.file));
    const isThere = status === 200 || status === 201;
    if (!this.waiting.includes(photo)) {
      // Removed while it was on its way, it would take the room of another at the server.
      if (isThere && !this.names.includes(photo.name)) void askToRemovePhoto(uuid, photo.name);
    } else if (isThere) this.take(photo);
    else {
      photo.mayPass = mayGoBetter(status);
      photo.told = error || t("We cannot reach the network. Try again in a moment.");
      this.draw();
    }
  }

  /** @param {Waiting} photo */
  take(photo) {
    this.waiting = this.waiting.filter((one) => one !== photo);
    this.change([...this.names, photo.name]);
  }

  /** @param {string} name */
  drop(name) {
    this.waiting = this.waiting.filter((one) => one.name !== name);
    void askToRemovePhoto(this.around.given().uuid, name);
    this.change(this.names.filter((one) => one !== name));
    this.field.focus();
  }

  /** @param {string[]} names */
  change(names) {
    this.names = names;
    this.draw();
    this.list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  draw() {
    const { uuid } = this.around.given();
    const sent = this.names.map((name, index) => this.item(name, photoNumber(index), element("img", { src: photoAddress(uuid, name), alt: photoNumber(index) })));
    const waiting = this.waiting.map(({ name, file, told, mayPass }) => this.item(name, file.name, element("p", { class: "photos__name" }, `${file.name}: ${told}`), told === t("Sending the photo …") || !mayPass ? null : retry(() => void this.tryAgain())));
    this.list.replaceChildren(...sent, ...waiting);
  }

  /** @param {string} name @param {string} called @param {...(Element|null)} shown */
  item(name, called, ...shown) {
    const remove = element("button", { type: "button", class: "ds-button", "data-variant": "secondary", "data-size": "sm", "aria-label": t("Remove {name}", { name: called }), onclick: () => this.drop(name) }, t("Remove"));
    return element("li", {}, ...shown, remove);
  }
}

/** @param {() => void} onclick */
const retry = (onclick) => element("button", { type: "button", class: "ds-button", "data-variant": "secondary", "data-size": "sm", onclick }, t("Try again"));
