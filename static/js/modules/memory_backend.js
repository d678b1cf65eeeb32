// @ts-check
// What a device without storage gets: the same as the database for as long as the page is open, and no longer.
import { STORES } from "./stores.js";

/** @typedef {{get(store: string, key: string): Promise<any>, all(store: string): Promise<any[]>,
 *   put(store: string, value: any): Promise<any>, remove(store: string, key: string): Promise<any>}} Tables */

export class MemoryBackend {
  constructor() {
    this.lasting = false;
    /** @type {Map<string, Map<string, any>>} */
    this.stores = new Map();
    /** @type {Promise<any>} */
    this.last = Promise.resolve();
  }

  /**
   * One piece of work at a time, as a database would do it.
   * @template T @param {"readonly"|"readwrite"} _mode @param {(tables: Tables) => Promise<T>} work @returns {Promise<T>}
   */
  run(_mode, work) {
    const done = this.last.then(() => work(this.tables()));
    this.last = done.catch(() => undefined);
    return done;
  }

  /** @param {string} name */
  store(name) {
    const store = this.stores.get(name) || new Map();
    this.stores.set(name, store);
    return store;
  }

  /** @returns {Tables} */
  tables() {
    return {
      get: async (store, key) => this.store(store).get(key),
      all: async (store) => [...this.store(store).values()],
      put: async (store, value) => void this.store(store).set(value.uuid, structuredClone(value)),
      remove: async (store, key) => void this.store(store).delete(key),
    };
  }
}

/** @param {import("./indexeddb_backend.js").IndexedDbBackend|MemoryBackend} from @returns {Promise<MemoryBackend>} with all that could be read */
export async function copiedToMemory(from) {
  const memory = new MemoryBackend();
  try {
    const rows = await from.run("readonly", (tables) => Promise.all(STORES.map((store) => tables.all(store))));
    await memory.run("readwrite", async (tables) => {
      for (const [index, store] of STORES.entries()) for (const row of rows[index]) await tables.put(store, row);
    });
  } catch {
    // a database that cannot even be read has nothing to take along
  }
  return memory;
}
