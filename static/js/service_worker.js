// @ts-check
// Keeps the pupil's page, its parts and the tiles seen so far, so that they reopen without network.
// What a child makes is in the page and its outbox; here it is only sent on when the page was closed too early.
import { answerFor } from "./worker/answers.js";
import { keep, tidy } from "./worker/keeping.js";
import { sendWaiting } from "./worker/sending.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(Promise.all([worker.clients.claim(), tidy()])));
worker.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep));
});
worker.addEventListener("sync", (/** @type {any} */ event) => event.waitUntil(sendWaiting()));
worker.addEventListener("fetch", (event) => {
  const answer = answerFor(event.request, (work) => event.waitUntil(work));
  if (answer) event.respondWith(answer);
});
