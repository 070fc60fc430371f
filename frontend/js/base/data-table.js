// The figures of a chart as a table, under a fold.
import { html } from "./element.js";

/**
 * A template of the table `{ columns, rows }` of texts, the first cell of a row being its head.
 *
 * @param heading the heading of the chart it belongs to
 * @param caption what screen readers call the table
 */
export const dataTable = (heading, { columns, rows }, caption = heading) => html`
  <details class="data">
    <summary>Data table<span class="unseen">: ${heading}</span></summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${`Data table: ${heading}`}>
      <table>
        <caption class="unseen">${caption}</caption>
        <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
        <tbody>${rows.map(
          ([first, ...others]) => html`
          <tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>`,
        )}</tbody>
      </table>
    </div>
  </details>`;
