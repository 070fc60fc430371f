// The runs that are stored: what to look for, a page of what was found, and the way to lay some side by side.
import { momentOfList, zone } from "../base/dates.js";
import { plural } from "../base/format.js";
import { shortModel } from "../machine/machine-words.js";
import { MOST_RESULTS } from "../results/result-address.js";
import { below } from "../base/root.js";
import { compareRuns, searchRuns } from "./run-search-actions.js";
import { isNarrowed, pagesAround, refusalOf, searchAddress, STATES } from "./run-search.js";
import { addSheet } from "../elements/style-sheets.js";
import { given, html, nothing, PageElement } from "../elements/element.js";

await addSheet("run-list");

customElements.define("run-list", class extends PageElement {
  static properties = {
    ...given("experiments", "hosted"),
    runs: { attribute: false }, // { search, list, busy, problem }
    chosen: { state: true }, // the runs to lay side by side, of all pages
  };

  constructor() {
    super();
    this.chosen = [];
    this.addEventListener("search-runs", ({ detail }) => searchRuns(detail));
  }

  #find(event) {
    event.preventDefault();
    const asked = Object.fromEntries(new FormData(event.target));
    searchRuns({ ...this.runs.search, ...asked, page: 1 });
  }

  #form() {
    const { search } = this.runs;
    const option = ([value, label], chosen) =>
      html`<option value=${value} .selected=${value === chosen}>${label}</option>`;
    const experiments = this.experiments.map(({ id, title }) => [id, title]);
    const known = experiments.some(([id]) => id === search.experiment) || !search.experiment;
    return html`
      <form class="run-search" role="search" aria-label="Stored runs" @submit=${this.#find}>
        <label class="field">Experiment<select name="experiment">${[
          ["", "All experiments"],
          ...experiments,
          ...(known ? [] : [[search.experiment, search.experiment]]),
        ].map((one) => option(one, search.experiment))}</select></label>
        <label class="field">Machine<input name="machine" type="text" maxlength="100" autocomplete="off"
          placeholder="part of its name" .value=${search.machine}></label>
        <label class="field">From<input name="from" type="date" .value=${search.from}></label>
        <label class="field">To<input name="to" type="date" .value=${search.to}></label>
        ${
          this.hosted
            ? nothing
            : html`<label class="field">State<select name="state">${[["", "All states"], ...Object.entries(STATES)].map(
                (one) => option(one, search.state),
              )}</select></label>`
        }
        <button class="go">Search</button>
        ${isNarrowed(search) ? this.#link("Show all", { page: 1 }) : nothing}
      </form>`;
  }

  #link(label, search) {
    return html`<a href=${below(searchAddress(search))}
      @click=${(event) => this.follow(event, "search-runs", search)}>${label}</a>`;
  }

  #choose({ id, experiment }, chosen) {
    const others = this.chosen.filter((one) => one.id !== id);
    this.chosen = chosen ? [...others, { id, experiment }] : others;
  }

  #run(run) {
    const { id, experiment, title, state, createdAt, endedAt, machine, headline, effort } = run;
    const known = this.experiments.some((one) => one.id === experiment);
    const finished = state === "FINISHED";
    const chosen = this.chosen.some((one) => one.id === id);
    const when = momentOfList(endedAt ?? createdAt);
    return html`
      <li data-state=${state}>
        <span class="run-choice">${
          finished
            ? html`<input type="checkbox" .checked=${chosen} aria-label=${`Compare ${title}, ${when}`}
                @change=${({ target }) => this.#choose(run, target.checked)}>`
            : nothing
        }</span>
        <h2>${known ? html`<a href=${below(`/?v=1&run=${id}`)}>${title}</a>` : title}</h2>
        <p class="run-headline">${headline ?? this.#without(run, known)}</p>
        <p class="run-facts"><span class="run-state">${STATES[state] ?? state.toLowerCase()}</span>
          <time datetime=${endedAt ?? createdAt}>${when}</time>
          <span>${effort} effort</span>
          <span>${machine ? shortModel(machine) : "machine unknown"}</span></p>
      </li>`;
  }

  /** What is said of a run that has no headline. */
  #without({ id, state }, known) {
    if (!known) return "This version of Lanes no longer has this experiment.";
    if (state === "INTERRUPTED")
      return html`The server stopped before the run finished. <a href=${below(`/?v=1&run=${id}`)}>Open it to run it again</a>`;
    return state === "FAILED" ? "It failed. Open it to see why." : "No figures.";
  }

  #found() {
    const { search, list } = this.runs;
    if (list.runs.length === 0) {
      const past = list.total > 0;
      return html`<p class="notice" role="status" data-narrowed=${isNarrowed(search)}>${
        past
          ? html`There is no page ${search.page}. ${this.#link("Go to the first one", { ...search, page: 1 })}`
          : isNarrowed(search)
            ? "No stored run matches. Clear a filter or show all."
            : this.hosted
              ? "Nobody has shared a result here yet."
              : "No run is stored yet. Run an experiment, and it appears here."
      }</p>`;
    }
    const { newer, older, last } = pagesAround(list);
    const to = (page, label) => (page ? this.#link(label, { ...search, page }) : html`<span>${label}</span>`);
    return html`
      <ol class="runs">${list.runs.map((run) => this.#run(run))}</ol>
      ${last === 1 ? html`<p class="quiet">${plural(list.total, "run")}</p>` : html`<nav class="pages" aria-label="Pages of the list">${to(newer, "Newer")}
        <span>Page ${list.page} of ${last}, ${plural(list.total, "run")}</span>${to(older, "Older")}</nav>`}
      ${this.#side()}`;
  }

  #side() {
    const refusal = refusalOf(this.chosen, MOST_RESULTS);
    return html`<p class="run-compare"><button ?disabled=${Boolean(refusal)}
        @click=${() => compareRuns(this.chosen.map(({ id }) => id))}>Compare</button>
      <span class="quiet" role="status">${refusal ?? `${plural(this.chosen.length, "run")} chosen.`}</span></p>`;
  }

  render() {
    const { list, busy, problem } = this.runs;
    return html`
      <header class="prose section-head"><p class="eyebrow">Stored runs</p><h1>What has been measured here</h1>
        <p>${
          this.hosted
            ? "Runs that visitors have shared, newest first."
            : "All stored runs, newest first. Open one to see its figures."
        } Dates and times are in your time zone, <span class="zone">${zone()}</span>.</p></header>
      ${this.#form()}
      ${problem ? html`<p class="notice" role="alert">The runs could not be listed. ${problem}</p>` : nothing}
      ${!list && busy ? html`<p class="quiet" role="status">Looking for runs…</p>` : nothing}
      <div class="run-found" aria-busy=${busy}>${list ? this.#found() : nothing}</div>`;
  }
});
