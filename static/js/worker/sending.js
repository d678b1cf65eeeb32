// @ts-check
import { openDeviceStore } from "../modules/device_store.js";
import { Outbox } from "../modules/outbox.js";

/** Sends what waits, once. Throws while something still waits, so that the browser calls again later. */
export async function sendWaiting() {
  const store = await openDeviceStore();
  const outbox = new Outbox(store);
  await outbox.nudge(true);
  outbox.stop();
  if ((await store.letters()).some((letter) => !letter.refusal)) throw new Error("something still waits");
}
