// The roofline of an experiment, fetched when a run has something to draw on it.
import { lettersOf, rooflineChart } from "./chart-roofline.js";
import { drawable, rooflineSummary, rooflineTable } from "./roofs.js";
import { html, nothing, PageElement } from "../base/element.js";
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
    if (cases.length === 0) return nothing;
    const narrow = narrowly.matches;
    return html`<chart-figure heading="Roofline" note="higher is closer to the machine’s peak"
      .chart=${rooflineChart} .input=${{ rows, ceilings, narrow }} .table=${rooflineTable(rows, ceilings)}
      .legend=${this.#legend(cases)} .below=${narrow ? lettersOf(rows) : null}
      .summary=${rooflineSummary(rows)}></chart-figure>`;
  }
});
