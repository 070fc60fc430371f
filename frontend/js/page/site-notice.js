// What a visitor should know of this server before anything else; nothing where there is nothing to know.
import { below } from "../base/root.js";
import { html, nothing, PageElement } from "../base/element.js";

const MACHINES = html`<a href=${below("/r#machines")}>How other machines do</a>`;

class SiteNotice extends PageElement {
  static properties = { site: { attribute: false }, machine: { attribute: false } };

  #notes() {
    const { mode, notice, readOnly, storage, busy } = this.site ?? {};
    return [
      notice ? ["notice", notice] : null,
      readOnly
        ? [
            "read-only",
            html`This server is read-only: it shows results and measures nothing at the moment. ${MACHINES}`,
          ]
        : null,
      busy && mode === "hosted" && !readOnly
        ? ["busy", html`Others are measuring; a run waits its turn. Meanwhile: ${MACHINES}`]
        : null,
      storage === "unavailable"
        ? [
            "storage",
            html`Nothing can be stored at the moment. Runs go on and are shown, and a link without storage holds one.`,
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
}

customElements.define("site-notice", SiteNotice);
