// Shared results in place of a section: one as it was measured, or several laid over each other.
import { dayInWords } from "../base/dates.js";
import { distinctlyNamed, measurementOfRun } from "../results/measurement.js";
import { addFiles, addLink, deleteShared, keepShared, linkComparison, putAway, runHere } from "./result-actions.js";
import { kindOf, MOST_RESULTS } from "../results/result-address.js";
import { CODE_WORDS, originInWords, pastRun, settingsInWords } from "../results/result-run.js";
import { below } from "../base/root.js";
import { isAnyMeasuring, isOver } from "../answer/run-state.js";
import { defaultView } from "../base/settings.js";
import { addSheet } from "../elements/style-sheets.js";
import { html, nothing, PageElement } from "../elements/element.js";
import "./compare-board.js";
import "../card/experiment-card.js";
import "../machine/machine-card.js";
import "./machine-gallery.js";
import "./run-list.js";
import "../run/run-status.js";
import "../export/share-button.js";

await addSheet("result-page");

customElements.define("result-page", class extends PageElement {
  static properties = { state: { attribute: false }, view: { state: true }, work: { state: true }, edits: { state: true }, dragging: { state: true } };

  #shown = null; // the result that `view` and `past` belong to

  constructor() {
    super();
    const drag = (dragging) => () => {
      this.dragging = dragging;
    };
    this.addEventListener("dragover", drag(true));
    this.addEventListener("dragleave", drag(false));
    this.addEventListener("drop", drag(false));
  }

  willUpdate() {
    const result = this.state.shared.entries[0]?.result ?? null;
    if (result === this.#shown) return;
    this.#shown = result;
    this.view = result ? defaultView(result.experiment) : null;
    this.past = result ? pastRun(result.experiment, result.run) : null;
    this.work = null;
    this.edits = null;
    if (result?.run.edits?.length > 0) this.#takeEdits(result);
    if (result && location.hash.includes("&h=")) this.#takeWork();
  }

  /** What a pupil handed in with the result. */
  async #takeWork() {
    const { workIn } = await import("../lesson/handed-in.js");
    this.work = await workIn(location.hash);
  }

  /** Code that the one who measured had edited. */
  async #takeEdits(result) {
    const { sharedEdits } = await import("../edit/shared-edits.js");
    if (result === this.#shown) this.edits = sharedEdits(result.run);
  }

  updated() {
    const { machines, runs, entries } = this.state.shared;
    const title = machines ? "Results from other machines" : runs ? "Stored runs" : entries[0]?.result?.experiment.title ?? "Results";
    document.title = `${title} · Lanes`;
  }

  /** The run of this page that measures what the first result measured; null where there is none. */
  #mine() {
    const { shared, runs } = this.state;
    return (shared.mine && runs[shared.entries[0]?.result?.experiment.id]) || null;
  }

  #measurements(mine) {
    const own = mine?.cases.length > 0 ? [measurementOfRun(this.#current(), mine)] : [];
    return distinctlyNamed([...own, ...this.state.shared.entries.map(({ measurement }) => measurement)]);
  }

  #head(result) {
    const { shared, site } = this.state;
    const { experiment, lanes, expiresAt } = result;
    const [{ ref, item }] = shared.entries;
    const unshared = kindOf(ref ?? "") === "run";
    return html`
      <header class="prose section-head result-head"
        data-kind=${result.recorded ? "recorded" : unshared ? "run" : "shared"}>
        <p class="eyebrow">${result.recorded ? "A recorded result" : unshared ? "A stored run" : "A shared result"}</p>
        <h1>${experiment.title}</h1>
        <p class="origin" data-changed=${shared.changed}><strong>${originInWords(result)}</strong>${
          lanes?.version ? html`, with Lanes ${lanes.version}` : ""
        }.
          ${CODE_WORDS.get(shared.changed)}
          ${result.recorded?.judgedOn ? html`The answer is by the rules of ${dayInWords(result.recorded.judgedOn)}.` : nothing}
          ${item.packed ? "The link itself holds this result; no server has checked it." : nothing}
          ${expiresAt ? html`It is kept until ${dayInWords(expiresAt)}.` : nothing}</p>
        <p class="measured-with">${settingsInWords(result)}</p>
        <div class="result-actions">
          ${this.#runButton(site)}
          <share-button .result=${result} .run=${unshared ? this.past : null}></share-button>
          <a href=${below(`/?v=1&section=${experiment.section}&at=${experiment.id}`)}>Open in the guide</a>
        </div>
      </header>`;
  }

  #runButton(site) {
    const mine = this.#mine();
    const active = mine && !isOver(mine);
    if (active) {
      const { id } = this.#shown.experiment;
      return html`<button class="go" data-active @click=${() => this.say("cancel-run", id)}>Cancel</button>`;
    }
    if (site?.readOnly) {
      return html`<button class="go" disabled>Run on my machine</button>
        <span>Read-only: no runs can be started at the moment</span>`;
    }
    const label = site?.mode === "hosted" ? "Run on this server" : "Run on my machine";
    return html`<button class="go" @click=${() => runHere()}>${mine ? "Run again" : label}</button>`;
  }

  #owner() {
    return html`<section class="notice" aria-label="Delete this result">
      <p>This is the owner's link: it can delete the result, for everyone and for good.</p>
      <p class="result-actions"><button @click=${deleteShared}>Delete this result</button>
        <button @click=${keepShared}>Keep it</button></p></section>`;
  }

  #more(count) {
    const submit = async (event) => {
      event.preventDefault();
      const field = event.target.elements.link;
      await addLink(field.value);
      if (!this.state.shared.problem) field.value = "";
    };
    return html`
      <section class="more-results" aria-label="Add results" ?data-dragging=${this.dragging}>
        <h2>${count === 0 ? "Open results" : "Add a result to compare"}</h2>
        <p>A chart shows up to ${MOST_RESULTS} results: links, and files that JMH wrote with <code>-rf json</code>. Files
          stay in this browser.</p>
        <form @submit=${submit}>
          <label class="field">Link or id<input name="link" type="text" autocomplete="off" required></label>
          <button>Add</button>
          <label class="file"><input type="file" multiple accept=".json,application/json"
            @change=${({ target }) => {
              addFiles([...target.files]);
              target.value = "";
            }}><span>Add JMH files</span></label>
          <span class="quiet">or drop them on this page</span>
          <a href=${below("/r#machines")}>Recorded runs of other machines</a>
          <a href=${below("/r#runs")}>Stored runs</a>
        </form>
      </section>`;
  }

  /** The way back to what was being measured when this page was opened. */
  #back() {
    const { shared, experiments, runs } = this.state;
    const left = experiments.filter(({ id }) => shared.going.includes(id) && runs[id] && runs[id] !== this.#mine());
    return left.map(
      ({ id, title }) => html`<p class="notice going" role="status" data-stage=${runs[id].stage}>“${title}”
        ${isOver(runs[id]) ? "has been measured." : "is still being measured."}
        <button @click=${() => this.say("open-experiment", id)}>Go back to it</button></p>`,
    );
  }

  #card(result) {
    const { experiment } = result;
    return html`
      <experiment-card .kept=${true} .experiment=${experiment} .code=${experiment} .settings=${this.past.settings}
        .view=${this.view} .faults=${{}} .run=${this.past} .busy=${isAnyMeasuring(this.state.runs)}
        .extend=${this.edits?.extend}
        @change-view=${(event) => {
          event.stopPropagation();
          this.view = { ...this.view, ...event.detail.part };
        }}></experiment-card>`;
  }

  #board(measurements) {
    return html`<compare-board .measurements=${measurements} .experiment=${this.#shown?.experiment ?? null}
      .link=${this.state.shared.link} .whole=${!this.#mine() || this.#mine().stage === "finished"}
      @make-link=${() => linkComparison(this.#mine(), measurements)}
      @put-away=${({ detail }) => putAway(detail - (measurements[0].mine ? 1 : 0))}></compare-board>`;
  }

  render() {
    const { shared, settings } = this.state;
    if (shared.loading) return html`<p class="waiting" role="status">Loading the result…</p>`;
    const problem = shared.problem ? html`<p class="notice" role="alert">${shared.problem}</p>` : nothing;
    const said = shared.said ? html`<p class="notice" role="status">${shared.said}</p>` : nothing;
    if (shared.runs) {
      return html`<run-list .runs=${shared.runs} .experiments=${this.state.experiments}
        .hosted=${this.state.site?.mode === "hosted"}></run-list>`;
    }
    if (shared.machines) return html`${problem}<machine-gallery .machines=${shared.machines}></machine-gallery>`;
    const result = this.#shown;
    const mine = this.#mine();
    const measurements = this.#measurements(mine);
    const compared = measurements.length > (result ? 1 : 0);
    return html`
      ${
        result
          ? this.#head(result)
          : html`<header class="prose section-head"><p class="eyebrow">Results</p><h1>${
              shared.entries.length > 0 ? "Measurements side by side" : "Open a result"
            }</h1></header>`
      }
      ${this.#back()}${said}${problem}
      ${this.work ? html`<handed-in .work=${this.work}></handed-in>` : nothing}
      ${result && shared.secret ? this.#owner() : nothing}
      ${
        mine
          ? html`<div class="mine-status"><run-status .experiment=${this.#current()} .run=${mine}
              .settings=${settings[result.experiment.id]}></run-status></div>`
          : nothing
      }
      ${this.edits?.section(this.past, runHere) ?? nothing}
      ${compared ? this.#board(measurements) : nothing}
      ${result ? this.#card(result) : nothing}
      ${
        result && !compared
          ? html`<machine-card .machine=${result.run.machine} heading="The machine it was measured on"></machine-card>`
          : nothing
      }
      ${this.#more(shared.entries.length)}`;
  }

  #current() {
    return this.state.experiments.find(({ id }) => id === this.#shown.experiment.id);
  }
});
