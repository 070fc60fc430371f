// The live answer as bars: one for each variant with its interval, from 0 on; on a log axis a point each.
import { linearAxis, logAxis } from "../base/axis.js";
import { time, tickTime } from "../base/format.js";
import { html, nothing, PageElement, svg } from "../elements/element.js";

const CAP = 4;
const percent = (share) => `${(share * 100).toFixed(2)}%`;

customElements.define("answer-bars", class extends PageElement {
  static properties = {
    experiment: { attribute: false }, // its id
    rows: { attribute: false }, // one of each variant
    told: { attribute: false }, // the rows that the figure is about
    axis: { attribute: false }, // "linear" or "log"
    still: { type: Boolean }, // whether nothing is measured yet
  };

  #axisOf() {
    const values = this.rows.flatMap((row) => (row.time ? [row.time.median, row.time.low, row.time.high] : []));
    return this.axis === "log" ? logAxis(values) : linearAxis(values);
  }

  #mark({ time: { median, provisional } }, axis) {
    const at = percent(axis.place(median));
    return this.axis === "log"
      ? svg`<circle class="bar" cx=${at} cy="50%" r="5" ?data-faint=${provisional}></circle>`
      : svg`<rect class="bar" width=${at} y="22%" height="56%" rx="2" ?data-faint=${provisional}></rect>`;
  }

  #interval({ time: { low, high } }, axis) {
    if (low === null) return nothing;
    const [from, to] = [low, high].map((value) => percent(axis.place(value)));
    const cap = (at) => svg`<svg class="cap" x=${at} y="50%"><line y1=${-CAP} y2=${CAP}></line></svg>`;
    return svg`<g class="interval"><line x1=${from} x2=${to} y1="50%" y2="50%"></line>${cap(from)}${cap(to)}</g>`;
  }

  #row(row, axis) {
    const { hue, variantLabel, pooled, shortLabel, correct, time: known } = row;
    return html`<li data-hue=${hue} ?data-told=${this.told.includes(row)}>
      <span class="of">${variantLabel}${pooled ? html` <small>${shortLabel}</small>` : nothing}</span>
      <span class="track"><svg aria-hidden="true" width="100%" height="100%">
        ${this.still ? nothing : axis.ticks.map((tick) => {
          const at = percent(axis.place(tick));
          return svg`<line class="grid" x1=${at} x2=${at} y2="100%"></line>`;
        })}
        <line class="base" x2="100%" y1="50%" y2="50%"></line>
        ${known ? this.#mark(row, axis) : nothing}${known ? this.#interval(row, axis) : nothing}
      </svg></span>
      <output ?data-faint=${known?.provisional}>${known ? time(known.median) : ""}${
        correct === false ? html` <b class="wrong">wrong</b>` : nothing
      }</output></li>`;
  }

  /** Nobody reads a picture of bars aloud: the names and times beside them are text. */
  #foot(axis) {
    const anchor = (at) => (at < 0.03 ? "start" : at > 0.97 ? "end" : "middle");
    return html`<div class="axis" aria-hidden="true"><svg width="100%" height="16">${
      this.still
        ? nothing
        : axis.ticks.map((tick) => {
            const at = axis.place(tick);
            return svg`<text x=${percent(at)} y="12" text-anchor=${anchor(at)}>${tickTime(tick)}</text>`;
          })
    }</svg></div>`;
  }

  render() {
    const axis = this.#axisOf();
    const other = this.axis === "log" ? "linear" : "log";
    return html`
      <ul class="bars" ?data-many=${this.rows.length > 4}
        aria-label="The time of each variant">${this.rows.map((row) => this.#row(row, axis))}</ul>
      ${this.#foot(axis)}
      <p class="axis-note"><span>time per operation, less is better${this.axis === "log" ? ", log axis" : ""}</span>
        <button type="button" class="elsewhere" ?disabled=${this.still}
          @click=${() => this.say("change-view", { id: this.experiment, part: { axis: other } })}>${other} axis</button></p>`;
  }
});
