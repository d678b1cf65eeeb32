// @ts-check

/**
 * Another language is another page: what was just typed is kept first, and the place in the survey goes along.
 * @param {() => Promise<any>} keep false: the page is not to be left now, which has been told @param {() => void} cannot told without network, where the page in that language is not kept
 */
export function languageLinks(keep, cannot) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".languages a, .unread-note a"))) {
    const turn = async (/** @type {Event} */ event) => {
      event.preventDefault();
      if ((await keep()) === false) return;
      const address = new URL(location.href);
      address.searchParams.set("lang", link.hreflang);
      if (navigator.onLine || (await isKept(address))) location.assign(address);
      else cannot();
    };
    link.addEventListener("click", (event) => void turn(event));
  }
}

/** @param {URL} address */
const isKept = async (address) => Boolean(await globalThis.caches?.match(address, { ignoreVary: true }));
