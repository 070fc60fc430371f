// The glossary as the server has it, fetched once.
import * as api from "../base/api.js";

let asked = null;

/** All terms `{ id, word, text, experiment }`; empty if they cannot be had now. */
export function terms() {
  asked ??= api.glossary().catch(() => {
    asked = null;
    return [];
  });
  return asked;
}
