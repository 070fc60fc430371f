// The race, replayed after a run: once by itself, then on request, never while something is measured.
import { allocationInWords, count, plural, ratio } from "../base/format.js";
import { LAP_SECONDS, place, race, shareOfLaps } from "./race.js";
import { isMeasuring } from "../answer/run-state.js";
import { addSheet } from "../elements/style-sheets.js";
import { given, html, nothing, PageElement } from "../elements/element.js";

await addSheet("race");

const TEXT_MILLIS = 100;
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/** Full laps on the way, and at the end as many as the tables say that it is times faster. */
const lapsText = ({ laps }, full, share) =>
  share < 1 || laps === 1 ? plural(full, "lap") : `${ratio(laps)} laps`;

customElements.define("race-track", class extends PageElement {
  static properties = {
    ...given("experiment", "rows", "run", "busy"),
    playing: { state: true },
  };

  #frame = 0;
  #watched = false; // whether this run was seen being measured, and has not been replayed yet

  attached(signal) {
    const atTheEnd = () => {
      this.#stop();
      this.#show(1); // paper shows where everybody is in the end
    };
    window.addEventListener("beforeprint", atTheEnd, { signal });
    signal.addEventListener("abort", () => this.#stop());
  }

  willUpdate(changed) {
    if (changed.has("rows") || changed.has("run")) {
      this.race = this.run && !isMeasuring(this.run) ? race(this.rows) : null;
    }
    if (this.run && !this.run.past && isMeasuring(this.run)) this.#watched = true;
    if (this.busy && this.playing) this.#stop();
  }

  updated() {
    if (!this.playing) this.#show(1);
    if (this.run?.stage === "finished" && this.#watched && !this.busy) {
      this.#watched = false;
      if (this.race && !stillness.matches) this.#play();
    }
  }

  #play() {
    this.playing = true;
    const start = performance.now();
    let texts = 0;
    const step = (now) => {
      const share = Math.min(1, Math.max(0, now - start) / (LAP_SECONDS * 1000));
      const withTexts = share === 1 || now - texts > TEXT_MILLIS;
      if (withTexts) texts = now;
      this.#show(share, withTexts);
      if (share < 1) this.#frame = requestAnimationFrame(step);
      else this.#stop();
    };
    this.#frame = requestAnimationFrame(step);
  }

  #stop() {
    cancelAnimationFrame(this.#frame);
    this.playing = false;
  }

  /** Puts every runner where it is when the slowest has run `share` of its lap; at rest a bar is as long as its laps. */
  #show(share, withTexts = true) {
    const atRest = !this.playing;
    this.querySelectorAll(".lane").forEach((element, at) => {
      const lane = this.race?.lanes[at];
      const { full, part } = lane ? place(lane, share) : { full: 0, part: 0 };
      const length = lane && atRest ? shareOfLaps(lane, this.race.lanes) : part;
      element.style.setProperty("--at", length.toFixed(4));
      element.toggleAttribute("data-blurred", Boolean(lane?.blurred) && share > 0 && !atRest);
      if (withTexts) element.querySelector("output").textContent = lane?.laps ? lapsText(lane, full, share) : "–";
    });
  }

  #caption() {
    if (!this.race) return "The race: one lap is one operation, at measured speed";
    const { slowdown } = this.race;
    const pace = slowdown >= 1 ? `slowed ${count(slowdown)} times` : `sped up ${ratio(1 / slowdown)} times`;
    return `The race: one lap is one operation, at measured speed, ${pace}`;
  }

  render() {
    const still = stillness.matches;
    return html`
      <section class="race" data-at=${!this.race ? "none" : this.playing ? "way" : "end"}
        aria-label=${`Race: ${this.experiment.title}`}>
        <div class="race-head"><h3>${this.#caption()}</h3>
          ${
            still
              ? nothing
              : html`<button ?disabled=${!this.race || this.busy}
                  @click=${() => (this.playing ? this.#stop() : this.#play())}>
            ${this.playing ? "Stop" : "Play the race"}</button>`
          }</div>
        ${this.rows.map(
          (row) => html`
          <div class="lane" data-hue=${row.hue}>
            <span class="runner">${row.variantLabel}
              ${row.pooled && this.race ? html`<small>${row.shortLabel}</small>` : nothing}
              ${row.correct === false ? html`<small class="wrong">wrong result</small>` : nothing}
              ${
                row.allocates ? html`<small class="garbage">${allocationInWords(row.allocates)}</small>` : nothing
              }</span>
            <i aria-hidden="true"></i><output></output></div>`,
        )}
        <p class="race-note">${
          !this.race
            ? "After a run, the case of each variant that the answer is about runs here, or else its fastest."
            : this.playing
              ? "On its first lap: the slowest."
              : "How far each has come when the slowest has run one lap: longer is faster."
        }</p>
      </section>`;
  }
});

export const view = ({ experiment, racing, run, busy }) =>
  html`<race-track .experiment=${experiment} .rows=${racing} .run=${run} .busy=${busy}></race-track>`;
