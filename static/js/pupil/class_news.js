// @ts-check
import { news } from "./pupil_api.js";

const EVERY = 5_000;

/** Asks every five seconds, while the page is seen, how it goes with the class and what was heard. */
export class ClassNews {
  /** @param {string} token @param {(news: any) => void} onNews */
  constructor(token, onNews) {
    this.token = token;
    this.onNews = onNews;
    /** @type {string|null} */
    this.etag = null;
    /** @type {any} */
    this.latest = null;
    this.asking = false;
    this.stop = new AbortController();
    document.addEventListener("visibilitychange", () => void this.look(), { signal: this.stop.signal });
    this.timer = setInterval(() => void this.look(), EVERY);
    void this.look();
  }

  async look() {
    if (document.visibilityState !== "visible" || this.stop.signal.aborted || this.asking) return;
    this.asking = true;
    const answer = await news(this.token, this.etag).finally(() => (this.asking = false));
    if (!answer || this.stop.signal.aborted) return;
    this.etag = answer.etag;
    this.latest = answer.news;
    this.onNews(answer.news);
  }

  end() {
    this.stop.abort();
    clearInterval(this.timer);
  }
}
