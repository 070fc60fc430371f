// Measurements laid over each other: the difference in words, both charts, the table, and the machines side by side.
import {
  comparedLines,
  comparedRateChart,
  comparedSpeedupChart,
  comparedTimeChart,
  hasSpeedup,
} from "./chart-compare.js";
import { comparedCases, comparisonTable, confidences, differences, sharedCases } from "../results/compare.js";
import { plural } from "../base/format.js";
import { differentSettings } from "../results/measurement.js";
import { segments } from "../elements/segments.js";
import { addSheet } from "../elements/style-sheets.js";
import { html, nothing, PageElement } from "../elements/element.js";
import "../charts/chart-figure.js";
import "../elements/copy-field.js";
import "../machine/machine-card.js";

await addSheet("compare-board");

const AXES = [
  ["log", "Log"],
  ["linear", "Linear"],
];

customElements.define("compare-board", class extends PageElement {
  static properties = {
    measurements: { attribute: false }, // the first is drawn solid, the others as outlines
    experiment: { attribute: false }, // what names the parameters; null where there are only files
    whole: { attribute: false }, // whether all of it is measured to its end
    heading: {}, // "Side by side", if it is not
    fixed: { attribute: false }, // whether all of it belongs together: nothing is removed, and it has no link
    link: { attribute: false }, // { text, left, problem } of the address of all this, once it was asked for
    axis: { state: true },
    said: { state: true },
    pages: { state: true }, // which lines of each chart are shown, if they are too many for one
  };

  constructor() {
    super();
    this.axis = "linear";
    this.pages = {};
  }

  updated(changed) {
    if (changed.has("link") && this.link) this.querySelector(".board-link copy-field").focus();
  }

  /** The button goes with its measurement, so the focus moves to the page. */
  #putAway(at) {
    document.getElementById("main").focus({ preventScroll: true });
    this.say("put-away", at);
  }

  /** What must be known before the figures are compared. */
  #cautions() {
    const [first, ...others] = this.measurements;
    const left = this.measurements.flatMap(({ name, left = [] }) => left.map((sentence) => `${name}: ${sentence}`));
    const settings = others.flatMap((other) => {
      const differing = differentSettings(first, other, this.experiment);
      return differing.length > 0 ? [`Other settings on ${other.name}: ${differing.join(", ")}.`] : [];
    });
    const intervals = confidences(this.measurements).length > 1;
    return [
      ...left,
      ...settings,
      ...(intervals ? ["The intervals of JMH's files are 99.9 % of the mean; those of Lanes are 95 % of the median."] : []),
    ];
  }

  #words() {
    const { measurements } = this;
    if (measurements.length < 2) {
      return html`<p>${this.fixed ? "The other figures come when they are measured." : "Add another to see how they differ."}</p>`;
    }
    if (sharedCases(comparedCases(measurements)).length === 0) {
      const measuring = this.fixed ? !this.whole : measurements.some(({ mine }) => mine);
      return html`<p>${measuring ? "Measuring: the first figures come soon." : "They have no case in common."}</p>`;
    }
    return differences(measurements).map(
      ({ name, sentences }) => html`
      ${measurements.length > 2 ? html`<h3>Against ${name}</h3>` : nothing}
      ${
        sentences.length > 0
          ? html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
          : html`<p>No case in common.</p>`
      }`,
    );
  }

  /** One chart with the lines that `has` picks; nothing if there are none. */
  #chart(id, heading, chart, has, { note, aside } = {}) {
    const { measurements, axis, pages } = this;
    const { of, pages: count, page } = comparedLines(measurements, has, pages[id]);
    if (count === 0) return nothing;
    const names = measurements.map(({ name }) => name).join(", ");
    const values = of.length > 0 ? `rows: ${of.join(", ")}` : null;
    return html`<chart-figure data-chart=${id} .heading=${heading} .chart=${chart}
      .note=${[note, values].filter(Boolean).join("; ") || null} .input=${{ measurements, axis, page }}
      .table=${comparisonTable(measurements)} .legend=${this.#legend()}
      .aside=${html`${count > 1 ? this.#pager(id, page, count) : nothing}${aside ?? nothing}`}
      .summary=${`${names}. The table below has the figures.`}></chart-figure>`;
  }

  #pager(id, page, count) {
    const to = (label, other) => html`<button ?disabled=${other < 0 || other >= count} @click=${() => {
      this.pages = { ...this.pages, [id]: other };
    }}>${label}</button>`;
    return html`<span class="pager" role="group" aria-label="Rows of the chart">${to("Previous", page - 1)}
      <span role="status">${page + 1} of ${count}</span>${to("Next", page + 1)}</span>`;
  }

  #legend() {
    const [first, ...others] = this.measurements;
    return [
      { label: first.name, mark: "bar" },
      ...others.map(({ name }) => ({ label: name, mark: "outline" })),
    ];
  }

  #machines() {
    return html`<ul class="side-by-side">${this.measurements.map(
      (one, at) => html`<li>
        <h3>${one.name}</h3><p class="quiet">${one.when}</p>
        ${one.machine ? html`<machine-card .machine=${one.machine} heading="The machine"></machine-card>` : nothing}
        ${
          this.fixed || one.mine || (at === 0 && this.experiment && one.ref === null && one.machine)
            ? nothing
            : html`<button @click=${() => this.#putAway(at)}>
              Remove<span class="unseen"> ${one.name}</span></button>`
        }</li>`,
    )}</ul>`;
  }

  #link() {
    const { link, said } = this;
    if (!link) {
      return html`<div class="board-link"><button @click=${() => this.say("make-link")}>Link to this comparison</button></div>`;
    }
    const left = link.left.join(" and ");
    return html`<div class="board-link">
      <copy-field label="Link to this comparison" .text=${link.text}
        @copied=${({ detail }) => {
          this.said = detail;
        }}></copy-field>
      ${
        left
          ? html`<p class="caution" role="alert">The link leaves out ${left}: it would be too long. Send a file,
            or store the result.</p>`
          : html`<p class="quiet">The link holds the whole comparison. ${link.length}</p>`
      }
      <p class="quiet" role="status">${said ?? ""}</p></div>`;
  }

  render() {
    const { measurements } = this;
    const [first] = measurements;
    return html`
      <section class="board lab" aria-labelledby="board-heading">
        <header><div><p class="lab-title">${plural(measurements.length, "measurement")}</p>
          <h2 id="board-heading">${this.heading ?? (first.mine ? "Yours beside theirs" : "Side by side")}</h2></div></header>
        <div class="differences" aria-live=${this.whole ? "polite" : "off"}>${this.#cautions().map(
          (text) => html`<p class="caution">${text}</p>`,
        )}${this.#words()}</div>
        <div class="board-charts">
          ${this.#chart("time", "Time per operation, compared", comparedTimeChart, (row) => row.time, {
            aside: segments("Scale of the compared times", "compared-axis", AXES, this.axis, (axis) => {
              this.axis = axis;
            }),
          })}
          ${this.#chart("rate", "Throughput, compared", comparedRateChart, (row) => row.rate, {
            note: "more is better",
          })}
          ${this.#chart("speedup", "Speedup, each against its own baseline", comparedSpeedupChart, hasSpeedup, {
            note: "right of 1× takes less time",
          })}
        </div>
        ${this.#machines()}
        ${measurements.length > 1 && this.whole && !this.fixed ? this.#link() : nothing}
      </section>`;
  }
});
