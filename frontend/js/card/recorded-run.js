// What another machine measured, as long as nothing was measured here: its answer and its charts, named as recorded.
import { resultAddress } from "../results/result-address.js";
import { originInWords, pastRun } from "../results/result-run.js";
import { caseRows } from "../answer/results.js";
import { withLimits } from "../charts/roofline.js";
import { below } from "../base/root.js";
import { defaultView } from "../base/settings.js";
import { addSheet } from "../base/style-sheets.js";
import { html, nothing, PageElement } from "../base/element.js";
import "../answer/answer-panel.js";
import "../charts/chart-wall.js";

await addSheet("recorded-run");

class RecordedRun extends PageElement {
  static properties = { found: { attribute: false }, view: { state: true } };

  willUpdate(changed) {
    if (!changed.has("found") || !this.found) return;
    const { experiment, run } = this.found.result;
    this.view = defaultView(experiment);
    this.past = pastRun(experiment, run);
    this.rows = withLimits(caseRows(experiment, this.past.settings, this.past), this.past.ceilings);
  }

  render() {
    if (!this.found) return nothing;
    const { ref, result } = this.found;
    const { experiment, codeChanged } = result;
    return html`
      <section class="recorded-run" aria-label=${`Recorded result: ${experiment.title}`}>
        <p class="recorded-from"><span><strong>${originInWords(result)}</strong>, not on this machine.
          ${codeChanged ? "The code has changed since." : nothing}</span>
          <a href=${below(resultAddress([{ ref }]))}>Open the recorded result</a></p>
        <div class="answer" @change-view=${(event) => {
          event.stopPropagation();
          this.view = { ...this.view, ...event.detail.part };
        }}>
          <answer-panel .experiment=${experiment} .run=${this.past} .rows=${this.rows} recorded></answer-panel>
          <chart-wall .experiment=${experiment} .rows=${this.rows} .run=${this.past} .axis=${this.view.axis}
            .timeline=${this.view.timeline} .ceilings=${this.past.ceilings}></chart-wall>
        </div>
      </section>`;
  }
}

customElements.define("recorded-run", RecordedRun);
