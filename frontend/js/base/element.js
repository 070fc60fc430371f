// What every element of the page is: a Lit element in the page's own tree, under the page's own style sheets.
import { LitElement } from "lit";

export { html, nothing, svg } from "lit";

export class PageElement extends LitElement {
  createRenderRoot() {
    return this;
  }

  /** Sends a verb up the tree; the owner of the state acts on it. */
  say(verb, detail) {
    this.dispatchEvent(new CustomEvent(verb, { detail, bubbles: true }));
  }
}
