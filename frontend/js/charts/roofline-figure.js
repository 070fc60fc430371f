// The roofline of an experiment: its cases under the machine's ceilings.
import { lettersOf, rooflineChart } from "./chart-roofline.js";
import { areKnown } from "./roofline.js";
import { drawable, rooflineSummary, rooflineTable } from "./roofs.js";
import { html, PageElement } from "../elements/element.js";
import "./chart-figure.js";

/** A chart of that width has room for letters only; the list below it says what they stand for. */
const narrowly = matchMedia("(max-width: 600px)");

customElements.define("roofline-figure", class extends PageElement {
  static properties = {
    rows: { attribute: false }, // with their limits
    ceilings: { attribute: false },
  };

  attached(signal) {
    narrowly.addEventListener("change", () => this.requestUpdate(), { signal });
  }

  #legend(cases) {
    const more = cases.some(({ limit }) => limit.workers > 1);
    return [
      { label: "ceiling that limits a case", mark: "roof" },
      ...(more ? [{ label: "ceiling of several cores", mark: "roof-of-all" }] : []),
    ];
  }

  render() {
    const { rows, ceilings } = this;
    const cases = drawable(rows);
    const narrow = narrowly.matches;
    return html`<chart-figure heading="Roofline" note="higher is closer to the machine’s peak"
      .chart=${rooflineChart} .input=${{ rows, ceilings, narrow }} .table=${rooflineTable(rows, ceilings)}
      .legend=${this.#legend(cases)} .below=${narrow ? lettersOf(rows) : null}
      .summary=${rooflineSummary(rows)}></chart-figure>`;
  }
});

export const view = ({ rows, ceilings }) =>
  drawable(rows).length > 0
    ? html`<roofline-figure .rows=${rows} .ceilings=${ceilings}></roofline-figure>`
    : html`<p class="nothing-here">${
        areKnown(ceilings)
          ? "None of these cases calculates: each only moves data, and Why says what share of the bandwidth it reaches."
          : "The machine’s peak is not known yet: it is measured when the machine is idle."
      }</p>`;
