// One chart with its heading, its legend and the same figures as a table.
import { FEW_LINES } from "./chart-axes.js";
import { chartLibrary, unwatch, watch } from "./chart-library.js";
import { chartPalette } from "./chart-palette.js";
import { addSheet } from "../elements/style-sheets.js";
import { dataTable } from "../elements/data-table.js";
import { html, nothing, PageElement } from "../elements/element.js";

const FRAME_HEIGHT = 52;
/** What fits between the margins of A4 and Letter, in CSS pixels, and how many dots make one. */
const PAPER_WIDTH = 640;
const PAPER_PIXELS = 3;
const lineHeight = (lines) => (lines > FEW_LINES ? 23 : 36);

const NOTHING_YET = "Nothing measured yet.";

await addSheet("charts");

customElements.define("chart-figure", class extends PageElement {
  static properties = {
    heading: {},
    note: {}, // how to read it, in a few words
    summary: {}, // the chart in one sentence, for those who do not see it
    chart: { attribute: false }, // (input, palette) => Chart.js configuration
    input: { attribute: false },
    table: { attribute: false }, // { columns, rows }
    legend: { attribute: false }, // [{ label, hue?, mark }]
    below: { attribute: false }, // [{ label, text }]: what is said of each line, under the chart
    aside: { attribute: false }, // a control beside the heading
  };

  #Chart = null; // the library, once it is there
  #drawn = null;
  #printing = false;

  attached(signal) {
    watch(this);
    chartLibrary.then((Chart) => {
      this.#Chart = Chart;
      this.#draw();
    });
    window.addEventListener("lanes-theme", () => this.#draw(), { signal });
    document.fonts.addEventListener("loadingdone", () => this.#draw(), { signal });
    window.addEventListener("beforeprint", () => this.#drawForPaper(true), { signal });
    window.addEventListener("afterprint", () => this.#drawForPaper(false), { signal });
    signal.addEventListener("abort", () => {
      unwatch(this);
      this.#drawn?.destroy();
      this.#drawn = null;
    });
  }

  updated() {
    this.#draw();
  }

  /** Draws the chart as wide as a sheet, in light colours and fine enough for a printer, or as it was. */
  #drawForPaper(printing) {
    this.#printing = printing;
    this.#draw();
    if (printing) this.#drawn?.resize(PAPER_WIDTH, parseFloat(getComputedStyle(this.querySelector(".plot")).minHeight));
    else this.#drawn?.resize();
  }

  #draw() {
    if (!this.isConnected || !this.hasUpdated) return;
    const palette = chartPalette({ paper: this.#printing });
    const { type, data, options, lines } = this.chart(this.input, palette);
    if (lines)
      this.querySelector(".plot").style.setProperty("--plot-height", `${lines * lineHeight(lines) + FRAME_HEIGHT}px`);
    if (!this.#Chart) return;
    const all = {
      ...options,
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      devicePixelRatio: this.#printing ? PAPER_PIXELS : undefined,
      clip: 8,
      layout: { padding: { top: 16, right: 14 } },
      plugins: {
        legend: { display: false },
        ...options.plugins,
        whiskers: { color: palette.ink },
        marks: {
          ...options.plugins.marks,
          color: palette.faint,
          ink: palette.soft,
          strong: palette.ink,
          ground: palette.raised,
          font: "600 11.5px Inter, sans-serif",
        },
      },
    };
    if (this.#drawn) {
      this.#drawn.data = data;
      this.#drawn.options = all;
      this.#drawn.update("none");
    } else {
      this.#drawn = new this.#Chart(this.querySelector("canvas"), { type, data, options: all });
    }
  }

  render() {
    return html`
      <figure class="chart">
        <div class="chart-head"><figcaption>${this.heading}</figcaption>${this.aside ?? nothing}</div>
        <ul class="legend">${this.note ? html`<li class="note">${this.note}</li>` : nothing}${(this.legend ?? []).map(
          ({ label, hue, mark }) => html`
          <li data-hue=${hue ?? nothing} data-mark=${mark}>${label}</li>`,
        )}</ul>
        <div class="plot"><canvas role="img" aria-label=${`${this.heading}. ${this.summary || NOTHING_YET}`}></canvas></div>
        ${
          this.below
            ? html`<ul class="below">${this.below.map(
                ({ label, text }) => html`<li><b>${label}</b>: ${text}</li>`,
              )}</ul>`
            : nothing
        }
        ${dataTable(this.heading, this.table)}
      </figure>`;
  }
});
