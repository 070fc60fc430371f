// What a visitor should know of this server before anything else; nothing where there is nothing to know.
import { below } from "../base/root.js";
import { html, nothing, PageElement } from "../elements/element.js";

const MACHINES = html`<a href=${below("/r#machines")}>Results from other machines</a>`;

customElements.define("site-notice", class extends PageElement {
  static properties = { site: { attribute: false }, machine: { attribute: false } };

  #notes() {
    const { mode, notice, readOnly, storage, busy } = this.site ?? {};
    return [
      notice ? ["notice", notice] : null,
      readOnly
        ? [
            "read-only",
            html`This server is read-only: you can look at results, but not start a run at the moment. ${MACHINES}`,
          ]
        : null,
      busy && mode === "hosted" && !readOnly
        ? ["busy", html`Another visitor’s run is being measured; yours would wait in the queue. Meanwhile: ${MACHINES}`]
        : null,
      storage === "unavailable"
        ? [
            "storage",
            html`Nothing can be stored at the moment. You can still run experiments, and share a result in a link that
              holds all of it.`,
          ]
        : null,
      this.machine?.usableCpus === 1
        ? ["one-cpu", html`This machine has one processor: threads cannot help here. ${MACHINES}`]
        : null,
    ].filter(Boolean);
  }

  render() {
    const notes = this.#notes();
    return notes.length > 0 ? html`<div class="notice" role="note" aria-label="About this server">${notes.map(
      ([about, note]) => html`<p data-about=${about}>${note}</p>`,
    )}</div>` : nothing;
  }
});
