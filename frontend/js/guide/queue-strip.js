// The runs of a section or of the whole guide: how far they are, what is left, and what gave no result.
import { current, doneShare, leftText, queueText } from "./guide-run.js";
import { plural } from "../base/format.js";
import { below } from "../base/root.js";
import { given, html, nothing, PageElement } from "../elements/element.js";

/** One button, so that the focus stays on it when one act takes the place of the other. */
const ACTS = {
  running: { verb: "stop-queue", label: "Stop" },
  stopped: { verb: "take-up-queue", label: "Continue" },
};

customElements.define("queue-strip", class extends PageElement {
  static properties = {
    ...given("queue", "experiments"),
    run: { attribute: false }, // of the experiment whose turn it is
  };

  #title(id) {
    return this.experiments.find((experiment) => experiment.id === id)?.title ?? "";
  }

  #failures() {
    const { failures } = this.queue;
    if (failures.length === 0) return nothing;
    return html`<details><summary>${plural(failures.length, "experiment")} without a result</summary>
      <ul>${failures.map(
        ({ id, text }) => html`<li><a href=${below(`/?v=1&at=${id}`)} 
          @click=${(event) => this.follow(event, "open-experiment", id)}>${this.#title(id)}</a>: ${text}</li>`,
      )}</ul></details>`;
  }

  render() {
    const { queue, run } = this;
    if (!queue) return nothing;
    const { state, problem } = queue;
    const act = ACTS[state];
    const text = queueText(queue, this.#title(current(queue)));
    return html`
      <section class="queue" aria-label="Runs of the guide" data-state=${state}>
        <progress max="1" .value=${doneShare(queue, run)} aria-label="Progress of all runs"></progress>
        <p><span class="stage">${text}</span>
          <span class="left">${leftText(queue, run)}</span></p>
        <p class="unseen" role="status">${state === "running" ? "" : text}</p>
        ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
        ${this.#failures()}
        <div class="acts">
          ${act ? html`<button @click=${() => this.say(act.verb)}>${act.label}</button>` : nothing}
          ${state === "running" ? nothing : html`<button @click=${() => this.say("put-queue-away")}>Close</button>`}
        </div>
      </section>`;
  }
});
