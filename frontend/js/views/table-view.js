// All figures of all cases as a table, to be read and to be copied.
import { speedupTable, timeTable } from "../charts/chart-tables.js";
import { tableOf } from "../elements/data-table.js";
import { below } from "../base/root.js";
import { html, nothing, PageElement } from "../elements/element.js";

/** Both tables as one: their first column is the same. */
function figuresOf({ experiment, rows }) {
  const { yardstickVariant } = experiment.claim;
  const yardstick = experiment.variants.find(({ id }) => id === yardstickVariant)?.label ?? null;
  const [times, speedups] = [timeTable(rows), speedupTable(rows, yardstick)];
  return {
    columns: [times.columns[0], ...speedups.columns.slice(1), ...times.columns.slice(1)],
    rows: times.rows.map(([label, ...cells], at) => [label, ...speedups.rows[at].slice(1), ...cells]),
  };
}

customElements.define("table-view", class extends PageElement {
  static properties = { of: { attribute: false }, said: { state: true } };

  async #copy(table) {
    const text = [table.columns, ...table.rows].map((cells) => cells.join("\t")).join("\n");
    try {
      await navigator.clipboard.writeText(text);
      this.said = "Copied, with tabs between the columns.";
    } catch {
      this.said = "This browser allows no copying here: select the table instead.";
    }
  }

  render() {
    const table = figuresOf(this.of);
    return html`<div class="all-figures">
      <p><button type="button" @click=${() => this.#copy(table)}>Copy the table</button>
        <a class="elsewhere" href=${below("/r#machines")}>Results from other machines</a>
        ${this.said ? html`<span class="quiet" role="status">${this.said}</span>` : nothing}</p>
      <div class="scroll" tabindex="0" role="group" aria-label="All figures">
        ${tableOf(table, "All figures")}</div></div>`;
  }
});

export const view = (of) => html`<table-view .of=${of}></table-view>`;
