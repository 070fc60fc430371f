// What the run is doing, how far it is, and what to do when it went wrong.
import { figureOf } from "../answer/last-results.js";
import { caseRows } from "../answer/results.js";
import { isMeasuring, isOver } from "../answer/run-state.js";
import { sameSettings } from "../base/settings.js";
import { jvmsText, stageText } from "./stage-words.js";
import { given, html, nothing, PageElement } from "../elements/element.js";

const INTERRUPTED = {
  title: "The server stopped before this run finished",
  detail: "What it measured before that is below. Run it again for a whole result.",
};

customElements.define("run-status", class extends PageElement {
  static properties = {
    ...given("experiment", "run", "settings", "busy"),
    fault: { attribute: false }, // why a run was refused
    last: { attribute: false }, // what this browser has measured last
  };

  updated() {
    if (this.run?.storage) import("./stored-note.js");
  }

  #text() {
    const { run, experiment, settings, busy, last } = this;
    if (run?.connection === "lost" && !isOver(run)) return "Connection lost, trying again. The run continues meanwhile";
    if (!run && busy) return "Ready. Another experiment is being measured; this one would wait in the queue";
    if (!run && last) return `Measured here before: ${figureOf(last)}`;
    const labels = new Map(caseRows(experiment, settings, run).map((row) => [row.key, row.label]));
    return stageText(run, (key) => labels.get(key) ?? key);
  }

  #older() {
    const { run, settings } = this;
    if (!run || !isOver(run) || sameSettings(run.settings, settings)) return nothing;
    return html`<span class="older">The figures below are for other settings. Press Run to measure these.</span>`;
  }

  #asking() {
    const asking = this.run?.connection === "asking" && !isOver(this.run);
    return asking
      ? html`<span class="older" role="status">Something between this page and the server blocks live updates, so the page
          asks every second or two.</span>`
      : nothing;
  }

  render() {
    const { run, fault } = this;
    const active = run && !isOver(run);
    const stage = !run ? "idle" : run.connection === "lost" && active ? "lost" : run.stage;
    return html`
      <div class="status" data-stage=${stage} data-connection=${active ? run.connection : nothing}
        data-position=${stage === "queued" ? run.position : nothing}>
        <progress max="1" .value=${run?.doneFraction ?? 0} aria-label="Progress of the run"
          ?data-shown=${active && isMeasuring(run)}></progress>
        <p><span class="stage">${this.#text()}</span>${this.#older()}${this.#asking()}<span class="jvms">${active ? jvmsText(run) : ""}</span>
          ${run?.storage ? html`<stored-note .experiment=${this.experiment} .run=${run}></stored-note>` : nothing}</p>
      </div>
      ${fault ? this.#refusal(fault, active) : nothing}
      ${["failed", "interrupted"].includes(run?.stage) ? this.#failure(run.problem ?? INTERRUPTED) : nothing}`;
  }

  /** This button goes with the failure, so the focus moves to the one that cancels. */
  #again() {
    (this.closest("article") ?? document).querySelector(":is(.run, .result-actions) .go")?.focus();
    this.say("start-run", this.experiment.id);
  }

  /** A run that goes on could not be cancelled; any other could not be started. */
  #refusal(fault, active) {
    return html`<div class="trouble" role="alert" data-act=${active ? "cancel" : "start"}>
      <strong>The run was not ${active ? "cancelled" : "started"}.</strong> <span>${fault}</span></div>`;
  }

  #failure({ title, detail }) {
    const [first, ...more] = (detail ?? "").split("\n");
    return html`
      <div class="trouble" role="alert">
        <strong>${title}.</strong> <span>${first}</span>
        ${more.length > 0 ? html`<pre tabindex="0" aria-label="Last lines">${more.join("\n")}</pre>` : nothing}
        <button @click=${() => this.#again()}>Run again</button>
      </div>`;
  }
});
