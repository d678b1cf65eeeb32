// @ts-check
import { pageMemory } from "../modules/circle_memory.js";
import { DeviceStore } from "../modules/device_store.js";
import { MemoryBackend } from "../modules/memory_backend.js";
import { Outbox } from "../modules/outbox.js";
import { SurveyApp } from "./app.js";

/** A survey that somebody tries: what is answered lies in the page alone, and never beside real answers on the device. */
export class TestApp extends SurveyApp {
  circleMemory() {
    return pageMemory();
  }

  async place() {
    const store = new DeviceStore(new MemoryBackend());
    const address = (/** @type {string} */ uuid) => `/api/responses/${uuid}?lang=${this.data.own}`;
    return { store, outbox: new Outbox(store, { locks: null, address, onChange: (uuid) => this.hear(uuid) }) };
  }
}
