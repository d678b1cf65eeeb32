// @ts-check
// What is kept on the device, each by the UUID of its response.
export const WORK = ["pupils", "drafts"];
export const STORES = [...WORK, "letters"];
