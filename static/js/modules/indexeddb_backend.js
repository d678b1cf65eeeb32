// @ts-check
import { openDB } from "idb";
import { STORES } from "./stores.js";

const VERSION = 1;

export class IndexedDbBackend {
  /** @param {string} name of the database */
  constructor(name) {
    this.lasting = true;
    this.name = name;
    /** @type {Promise<import("idb").IDBPDatabase>|null} */
    this.opened = null;
  }

  open() {
    const forget = () => {
      this.opened = null;
    };
    this.opened ||= openDB(this.name, VERSION, {
      upgrade(database) {
        for (const store of STORES) database.createObjectStore(store, { keyPath: "uuid" });
      },
      blocking(_current, _wanted, event) {
        // A newer version of the page in another tab may not wait for this one.
        /** @type {IDBDatabase} */ (event.target).close();
        forget();
      },
      terminated: forget,
    });
    this.opened.catch(forget);
    return this.opened;
  }

  /**
   * @template T @param {"readonly"|"readwrite"} mode
   * @param {(tables: import("./memory_backend.js").Tables) => Promise<T>} work awaits nothing but the tables
   * @returns {Promise<T>} once it is on the disk
   */
  async run(mode, work) {
    const database = await this.open();
    const transaction = database.transaction(STORES, mode, { durability: "strict" });
    const ended = transaction.done;
    ended.catch(() => undefined);
    try {
      const result = await work(tablesOf(transaction));
      endNow(transaction);
      await ended;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // already ended by itself
      }
      throw error;
    }
  }
}

/** @param {any} transaction @returns {import("./memory_backend.js").Tables} */
function tablesOf(transaction) {
  return {
    get: (store, key) => transaction.objectStore(store).get(key),
    all: (store) => transaction.objectStore(store).getAll(),
    put: (store, value) => heard(transaction.objectStore(store).put(value)),
    remove: (store, key) => transaction.objectStore(store).delete(key),
  };
}

/** Without waiting to hear that each request is over: the page may be left. @param {{commit: () => void}} transaction */
function endNow(transaction) {
  try {
    transaction.commit();
  } catch {
    // an older browser, or over already
  }
}

/** What fails of it ends the transaction, which tells. @template T @param {Promise<T>} request */
function heard(request) {
  request.catch(() => undefined);
  return request;
}
