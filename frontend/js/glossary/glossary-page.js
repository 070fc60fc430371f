// All terms of the glossary, each with the experiment that shows it.
import { below } from "../base/root.js";
import { store } from "../base/store.js";
import { addSheet } from "../elements/style-sheets.js";
import { terms } from "./terms.js";
import { html, nothing, PageElement } from "../elements/element.js";

await addSheet("glossary");

customElements.define("glossary-page", class extends PageElement {
  static properties = { terms: { state: true }, wanted: { state: true } };

  constructor() {
    super();
    this.wanted = "";
    terms().then((found) => {
      this.terms = found;
    });
  }

  updated() {
    document.title = "Glossary · Lanes";
  }

  #shown() {
    const wanted = this.wanted.trim().toLowerCase();
    return this.terms.filter(({ word, text }) => `${word} ${text}`.toLowerCase().includes(wanted));
  }

  #term({ id, word, text, experiment }) {
    const shows = store.experiment(experiment);
    return html`<div id=${`term-${id}`}><dt>${word}</dt><dd>${text}
      ${
        shows
          ? html`<a href=${below(`/?v=1&section=${shows.section}&at=${experiment}`)}
              @click=${(event) => this.follow(event, "open-experiment", experiment)}>See it: ${shows.title}</a>`
          : nothing
      }</dd></div>`;
  }

  #body() {
    if (!this.terms) return html`<p class="waiting" role="status">Loading the glossary…</p>`;
    if (this.terms.length === 0) {
      return html`<p class="notice" role="alert">The glossary could not be loaded. Reload the page.</p>`;
    }
    const shown = this.#shown();
    return html`
      <label class="field glossary-search">Find<input type="search" .value=${this.wanted}
        @input=${({ target }) => {
          this.wanted = target.value;
        }}></label>
      <p class="quiet" role="status">${shown.length} of ${this.terms.length} terms</p>
      <dl class="glossary">${shown.map((term) => this.#term(term))}</dl>`;
  }

  render() {
    return html`
      <header class="prose section-head"><p class="eyebrow">The words of the field</p><h1>Glossary</h1></header>
      ${this.#body()}`;
  }
});
