// One operation of a pooled case: a lane per worker, with the tasks it ran and the time it waited.
import { time } from "../base/format.js";
import { addSheet } from "../elements/style-sheets.js";
import { busyWords, laneBars, lanesInWords, mostLanes, timelineRow, timelineTable } from "./timeline-lanes.js";
import { dataTable } from "../elements/data-table.js";
import { given, html, nothing, PageElement, svg } from "../elements/element.js";
import { term } from "../elements/term.js";

await Promise.all(["charts", "timeline"].map(addSheet));

const HEADING = "One operation, lane by lane";
const LANE = 28;
const BAR = 20;
const part = (share) => `${(share * 100).toFixed(3)}%`;

customElements.define("timeline-figure", class extends PageElement {
  static properties = {
    ...given("experiment", "rows"),
    chosen: { attribute: false }, // key of the case to show, or null
  };

  #select(shown) {
    const { id } = this.experiment;
    return html`<label><span class="unseen">Case whose operation is shown</span>
      <select @change=${(event) => this.say("change-view", { id, part: { timeline: event.target.value } })}>
        ${this.rows
          .filter((row) => row.pooled)
          .map((row) => html`<option value=${row.key} .selected=${row.key === shown.key}>${row.label}</option>`)}
      </select></label>`;
  }

  /** A running bar stands on the floor of its lane, a waiting one hangs from the ceiling: both may share a stretch. */
  #bar({ left, width, height, state }, lane) {
    const tall = Math.max(1, height * BAR);
    const top = lane * LANE + (state === "running" ? BAR - tall : 0);
    return svg`<rect class="bar" data-state=${state} x=${part(left)} width=${part(width)} y=${top} height=${tall}
      fill=${state === "running" ? nothing : `url(#${this.experiment.id}-waiting)`}></rect>`;
  }

  #lanes(shown) {
    const lanes = laneBars(shown);
    return html`
      <div class="lanes" data-hue=${shown.hue}>
        <div class="lane-names" aria-hidden="true">${lanes.map(({ name }) => html`<span>${name}</span>`)}</div>
        <div class="lane-plot">
          <svg role="img" aria-label=${`One operation. ${lanesInWords(shown)}`} height=${lanes.length * LANE}>
            <defs><pattern id=${`${this.experiment.id}-waiting`} width="6" height="6" patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"><rect class="stripe" width="2.5" height="6"></rect></pattern></defs>
            ${lanes.map(
              ({ bars }, lane) => svg`
              <rect class="track" width="100%" y=${lane * LANE} height=${BAR}></rect>
              ${bars.map((bar) => this.#bar(bar, lane))}`,
            )}
          </svg>
          <div class="lane-time" aria-hidden="true"><span>0</span>
            <span>${shown.timeline ? time(shown.timeline.spanNs) : "–"}</span></div>
        </div>
      </div>`;
  }

  /** Room for the case with the most lanes. Not an attribute of the markup: the page's policy allows no inline style. */
  updated() {
    const shown = timelineRow(this.experiment, this.rows, this.chosen);
    const most = shown ? Math.max(mostLanes(this.rows), laneBars(shown).length) : 0;
    this.querySelector(".lanes")?.style.setProperty("--lanes", most);
  }

  render() {
    const shown = timelineRow(this.experiment, this.rows, this.chosen);
    if (!shown) return nothing;
    return html`
      <figure class="chart">
        <div class="chart-head"><figcaption>${HEADING}</figcaption>${this.#select(shown)}</div>
        <ul class="legend">
          <li data-hue=${shown.hue}>running a ${term("task", "task")}</li>
          <li data-mark="waiting">waiting for a ${term("lock", "lock")} or another task</li>
          <li data-mark="idle">idle</li>
        </ul>
        ${this.#lanes(shown)}
        <p class="busy">${busyWords(shown)}</p>
        ${dataTable(HEADING, timelineTable(shown), shown.label)}
      </figure>`;
  }
});

export const view = ({ experiment, rows, timeline }) =>
  html`<timeline-figure .experiment=${experiment} .rows=${rows} .chosen=${timeline}></timeline-figure>`;
