// The ceilings of the machine: arithmetic and bandwidths, as they were measured on one core and on more.
import { significant } from "../base/format.js";
import { areKnown, coresInWords, levelsOf, peakOf } from "../charts/roofline.js";
import { term } from "../elements/term.js";
import { html, nothing, PageElement } from "../elements/element.js";

const clock = (instant) => new Date(instant).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
const interval = ({ low, high }) => `${significant(low)} to ${significant(high)}`;

customElements.define("machine-ceilings", class extends PageElement {
  static properties = {
    ceilings: { attribute: false },
    fault: { attribute: false }, // why they are not measured anew
    fixed: { attribute: false }, // whether the server measures them by itself only
  };

  #state() {
    const { state, problem, measuredAt, again } = this.ceilings;
    if (state === "MEASURING") return "Being measured…";
    if (state === "FAILED") {
      const later = again ? ` The next try is at ${clock(again)}, or as soon as no run is being measured.` : "";
      return `${problem.title}. ${problem.detail}${later}`;
    }
    if (state === "NONE") return "Not measured yet. It is measured when no run is going on.";
    const day = new Date(measuredAt).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
    return measuredAt ? `Measured on ${day}` : "";
  }

  #row(name, unit, rates) {
    return html`<tr><th scope="row">${name}<small>${unit}</small></th>${rates.map(
      (rate) => (rate ? html`<td title=${interval(rate)}>${significant(rate.median)}</td>` : html`<td>–</td>`),
    )}</tr>`;
  }

  #table() {
    const { ceilings } = this;
    const counts = [...new Set(ceilings.compute.map(({ workers }) => workers))].sort((a, b) => a - b);
    const levels = levelsOf(ceilings, counts[0]);
    return html`<table>
      <caption class="unseen">Peak performance by number of cores</caption>
      <thead><tr><td></td>${counts.map((workers) => html`<th scope="col">${coresInWords(workers)}</th>`)}</tr></thead>
      <tbody>
        ${this.#row(
          "Arithmetic",
          term("gflop-s", "GFLOP/s"),
          counts.map((workers) => peakOf(ceilings, workers).gflops),
        )}
        ${levels.map(({ level }) =>
          this.#row(
            level[0].toUpperCase() + level.slice(1),
            "GB/s",
            counts.map((workers) => levelsOf(ceilings, workers).find((one) => one.level === level)?.gbPerSecond),
          ),
        )}
      </tbody></table>`;
  }

  render() {
    const { ceilings, fault, fixed } = this;
    const measuring = ceilings.state === "MEASURING";
    return html`
      <section class="ceilings" aria-label="Ceilings" data-state=${ceilings.state ?? nothing}>
        <h3>Peak performance</h3>
        ${areKnown(ceilings) ? this.#table() : nothing}
        <p role="status">${this.#state()}</p>
        ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}
        ${
          fixed
            ? nothing
            : html`<button ?disabled=${measuring} @click=${() => this.say("measure-ceilings")}>
                ${areKnown(ceilings) ? "Measure again" : "Measure now"}</button>`
        }
      </section>`;
  }
});
