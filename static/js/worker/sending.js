// @ts-check
import { openDeviceStore } from "../modules/device_store.js";
import { Outbox } from "../modules/outbox.js";
import { workChannel } from "../modules/work_channel.js";

/** Sends what waits, once. Throws while something still waits, so that the browser calls again later. */
export async function sendWaiting() {
  const store = await openDeviceStore();
  const tabs = workChannel();
  const outbox = new Outbox(store, { onChange: (uuid) => tabs?.postMessage(uuid) });
  await outbox.nudge(true);
  outbox.stop();
  if ((await store.letters()).some((letter) => !letter.refusal)) throw new Error("something still waits");
}
