// A flame graph with its table: every method by the time in it, with a search, and files to save.
import { given, html, nothing, PageElement, svg } from "../elements/element.js";
import { tableOf } from "../elements/data-table.js";
import { saveFile } from "../base/save-file.js";
import { bars, methods, speedscope } from "./flame.js";

const WIDTH = 600;
const ROW = 18;
const LEAST_FOR_TEXT = 40;
const LETTER = 6.2;
const percent = (share) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

customElements.define("flame-figure", class extends PageElement {
  static properties = {
    ...given("profile", "title"),
    recording: { attribute: false }, // the flight recording that it was made of, as base64 of its gzip, if it is there
    open: { type: Boolean }, // whether there are enough methods for the graph to be worth a look
    thread: { state: true }, // index of a thread, or null for all together
    search: { state: true },
    at: { state: true }, // the bar under the pointer
  };

  constructor() {
    super();
    this.thread = null;
    this.search = "";
  }

  get #stack() {
    return this.profile.threads[this.thread]?.stack ?? this.profile.stack;
  }

  #matches(name) {
    return this.search !== "" && name.toLowerCase().includes(this.search.toLowerCase());
  }

  #bar({ name, depth, from, to, share }, scale) {
    const width = (to - from) * scale;
    const letters = Math.floor((width - 6) / LETTER);
    const text = width < LEAST_FOR_TEXT ? "" : name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
    return svg`<g ?data-found=${this.#matches(name)} @pointerenter=${() => {
      this.at = { name, share };
    }}><title>${name}, ${percent(share)}</title>
      <rect x=${from * scale} y=${depth * ROW} width=${Math.max(0.5, width - 0.5)} height=${ROW - 1} rx="2"></rect>
      <text x=${from * scale + 4} y=${depth * ROW + 13}>${text}</text></g>`;
  }

  #saveForSpeedscope() {
    this.#save(new Blob([JSON.stringify(speedscope(this.title, this.profile))]), "speedscope.json");
  }

  async #saveRecording() {
    const bytes = Uint8Array.from(atob(this.recording), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    this.#save(await new Response(stream).blob(), "jfr");
  }

  #save(blob, suffix) {
    saveFile(blob, `lanes-${this.title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.${suffix}`);
  }

  #threads() {
    const own = this.profile.threads.filter(({ stack }) => stack);
    if (own.length < 2) return nothing;
    return html`<label>Thread <select @change=${({ target }) => {
      this.thread = target.value === "" ? null : Number(target.value);
    }}><option value="">all together</option>${this.profile.threads.map(
      ({ name, stack }, at) => (stack ? html`<option value=${at}>${name}</option>` : nothing),
    )}</select></label>`;
  }

  render() {
    const stack = this.#stack;
    const all = bars(stack);
    const depth = Math.max(...all.map((one) => one.depth)) + 1;
    const scale = WIDTH / Math.max(stack.share, 1e-9);
    const rows = methods(stack).filter(({ name }) => this.search === "" || this.#matches(name));
    return html`<details class="flame" ?open=${this.open}>
      <summary>Calls: a flame graph and a table of the samples</summary>
      <p class="flame-tools">${this.#threads()}
        <label>Search <input type="search" .value=${this.search} @input=${({ target }) => {
          this.search = target.value;
        }}></label>
        <button type="button" @click=${this.#saveForSpeedscope}>Save for speedscope</button>
        ${
          this.recording
            ? html`<button type="button" @click=${this.#saveRecording}>Save for JDK Mission Control</button>`
            : nothing
        }</p>
      <svg viewBox=${`0 0 ${WIDTH} ${depth * ROW}`} role="img" aria-label=${`Flame graph of ${this.title}`}
        >${all.map((one) => this.#bar(one, scale))}</svg>
      <output class="explained">${this.at ? html`<b>${this.at.name}</b> ${percent(this.at.share)}` : nothing}</output>
      <div class="scroll" tabindex="0" role="group" aria-label="Table of methods">${tableOf({
        columns: ["Method", "alone", "with what it calls"],
        rows: rows.slice(0, 40).map(({ name, own, whole }) => [name, percent(own), percent(whole)]),
      })}</div>
    </details>`;
  }
});
