// The views of a card: a row of tabs, of which one at most is open, and under it what that one shows.
import { viewByItself, viewsOf } from "./view-list.js";
import { addSheet } from "../elements/style-sheets.js";
import { html, nothing, PageElement } from "../elements/element.js";
import "../export/share-button.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

customElements.define("card-views", class extends PageElement {
  static properties = {
    of: { attribute: false }, // what a view draws, see view-list.js
    chosen: { attribute: false }, // the id of the view that was chosen, "none", or null
    kept: { attribute: false }, // whether it shows a result that has its own way to be shared
    module: { state: true }, // of the open view
    missing: { state: true }, // whether it did not come
  };

  #seen = null; // the tab that was open when the row was last scrolled
  #fetched = null; // the id of the view whose module was asked for

  get #open() {
    const id = this.chosen ?? viewByItself(this.of);
    return this.#offered.find((view) => view.id === id) ?? null;
  }

  /** Before anything is measured there is nothing to draw, and with it no room for it. */
  get #offered() {
    return viewsOf(this.of.experiment).map((view) => ({ ...view, waits: !view.early && !this.of.run?.cases?.length }));
  }

  willUpdate() {
    const open = this.#open;
    if (open && open.id !== this.#fetched) this.#fetch(open);
  }

  /** The open view's tab is in sight, however few there is room for. */
  updated() {
    const tab = this.querySelector("[role=tab][aria-selected=true]");
    if (this.#seen === (tab?.id ?? null)) return;
    this.#seen = tab?.id ?? null;
    const row = tab?.parentElement;
    if (row) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }

  async #fetch({ id, fetch }) {
    this.#fetched = id;
    this.missing = false;
    try {
      const [module] = await Promise.all([fetch(), addSheet("views")]);
      if (this.#fetched === id) this.module = { id, view: module.view };
    } catch {
      if (this.#fetched !== id) return;
      this.#fetched = null;
      this.missing = true;
    }
  }

  #move(event) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const tabs = [...this.querySelectorAll("[role=tab]:not(:disabled)")];
    tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length].focus();
  }

  #tab({ id, label, waits }, open, first) {
    const { experiment } = this.of;
    const selected = id === open?.id;
    return html`<button role="tab" type="button" id=${`${experiment.id}-tab-${id}`} data-view=${id}
      aria-selected=${selected ? "true" : "false"} aria-controls=${selected ? `${experiment.id}-view` : nothing}
      tabindex=${selected || (!open && id === first) ? 0 : -1} ?disabled=${waits && !selected}
      @click=${() => this.say("change-view", { id: experiment.id, part: { open: selected ? "none" : id } })}
      >${label}</button>`;
  }

  #content(open) {
    if (this.missing) return html`<p class="nothing-here" role="alert">This part could not be loaded.</p>`;
    return this.module?.id === open.id ? this.module.view(this.of) : nothing;
  }

  render() {
    const { experiment, run } = this.of;
    const open = this.#open;
    const offered = this.#offered;
    const first = offered.find(({ waits }) => !waits)?.id;
    return html`
      <div class="views">
        <div class="view-tabs" role="tablist" aria-label=${`Views: ${experiment.title}`} @keydown=${this.#move}>
          ${offered.map((view) => this.#tab(view, open, first))}</div>
        ${this.kept ? nothing : html`<share-button alone .experiment=${experiment} .run=${run}></share-button>`}
      </div>
      ${
        open
          ? html`<div class="view" role="tabpanel" id=${`${experiment.id}-view`} data-view=${open.id}
              ?data-steady=${this.chosen === null} aria-labelledby=${`${experiment.id}-tab-${open.id}`} tabindex="0"
              >${this.#content(open)}</div>`
          : nothing
      }`;
  }
});
