// What every element of the page is: a Lit element in the page's own tree, under the page's own style sheets.
import { LitElement } from "lit";

export { html, nothing, svg } from "lit";

/** Properties that are given as values, never by an attribute. */
export const given = (...names) => Object.fromEntries(names.map((name) => [name, { attribute: false }]));

export class PageElement extends LitElement {
  createRenderRoot() {
    return this;
  }

  #stay = null;

  /** An element tells in `attached(signal)` what it listens to while it is on the page: until the signal is aborted. */
  connectedCallback() {
    super.connectedCallback();
    this.#stay = new AbortController();
    this.attached?.(this.#stay.signal);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stay.abort();
  }

  /** Sends a verb up the tree; the owner of the state acts on it. */
  say(verb, detail) {
    this.dispatchEvent(new CustomEvent(verb, { detail, bubbles: true }));
  }

  /** Takes a press on a link for a verb, unless it is to open elsewhere. */
  follow(event, verb, detail) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.say(verb, detail);
  }
}
