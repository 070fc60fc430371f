// The figures of a chart as a table, mostly under a fold.
import { html, nothing } from "./element.js";

/** A table `{ columns, rows }` of texts, the first cell of a row being its head. @param caption for screen readers, if
 * nothing else names it */
export const tableOf = ({ columns, rows }, caption) => html`
  <table>
    ${caption ? html`<caption class="unseen">${caption}</caption>` : nothing}
    <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ([first, ...others]) => html`
      <tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody>
  </table>`;

/** The same under a fold. @param heading the heading of the chart it belongs to */
export const dataTable = (heading, table, caption = heading) => html`
  <details class="data">
    <summary>Data table<span class="unseen">: ${heading}</span></summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${`Data table: ${heading}`}>
      ${tableOf(table, caption)}</div>
  </details>`;
