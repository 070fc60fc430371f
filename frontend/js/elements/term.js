// A word of the glossary in a label: its definition shows on hover and focus, as in the guide's text.
import { html } from "./element.js";

/** @param id the term's, such as "cache-line" */
export const term = (id, words) => html`<button type="button" class="term" data-term=${id}>${words}</button>`;
