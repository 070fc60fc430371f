// One side: what a look into a case has found, or the button that starts it.
import { html, nothing, PageElement } from "../elements/element.js";
import { nameOfFile, time } from "../base/format.js";
import { poolName } from "../base/settings.js";
import { isDeep } from "./flame.js";
import { busyLines } from "./line-paint.js";
import { isOtherCompilation } from "./turn-words.js";
import "./code-listing.js";
import "./flame-figure.js";

const WAITING = {
  asking: () => "Asking…",
  queued: ({ position }) => (position > 1 ? `Waiting: number ${position} in the queue…` : "Waiting for its turn…"),
  looking: () => "Running it in a JVM of its own, about 4 s…",
};
const SAMPLERS = { "cpu-time": "by processor time", execution: "by the clock, Java code only" };
/** A profile whose samples stand for less of the processor time says so. */
const MOSTLY = 0.9;
const percent = (share) => `${Math.round(share * 100)} %`;

customElements.define("look-pane", class extends PageElement {
  static properties = {
    of: { attribute: false }, // `{ variant, cases, one, known }`
    hue: { attribute: false },
    kept: { attribute: false }, // whether it is a stored result, which cannot be looked into
    name: { attribute: false }, // of the experiment
    measured: { attribute: false }, // the case's time in the run, in ns
    pairs: { attribute: false }, // lines of the source and their colours
  };

  #cases({ cases, one }) {
    if (cases.length < 2) return nothing;
    const named = ({ pool, workers }) => `${workers} × ${poolName(pool)}`;
    return html`<label><span class="unseen">Case</span><select
      @change=${({ target }) => this.say("choose-case", target.value)}>${cases.map(
        (each) => html`<option value=${each.key} ?selected=${each === one}>${named(each)}</option>`,
      )}</select></label>`;
  }

  #ask({ known, one }) {
    const waiting = WAITING[known.stage];
    if (waiting) {
      return html`<p role="status" class="look-ask">${waiting(known)}
        <button type="button" @click=${() => this.say("leave")}>Cancel</button></p>`;
    }
    const problem = known.stage === "failed" ? html`<p role="alert">${known.problem}</p>` : nothing;
    if (this.kept || !one) {
      return known.machineCode ? nothing : html`<p class="look-note">This result holds no machine code for it.</p>`;
    }
    const again = known.machineCode ? "Look again" : "Show machine code and profile";
    return html`${problem}<p class="look-ask"><button type="button" @click=${() => this.say("look")}>${again}</button></p>`;
  }

  #code(code) {
    if (!code) return nothing;
    if (code.missing) return html`<p class="sentence" data-missing=${code.missing.reason}>${code.missing.text}</p>`;
    return html`
      <p class="sentence">${code.loop?.sentence ?? "This code has no loop: it runs straight through."}</p>
      ${
        isOtherCompilation(code.nsPerOp, this.measured)
          ? html`<p class="look-note" data-other>This listing is from another compilation: ${time(code.nsPerOp)} here,
              ${time(this.measured)} in the run.</p>`
          : nothing
      }
      <code-listing .code=${code} .pairs=${this.pairs}></code-listing>`;
  }

  #profile(profile, label) {
    if (!profile || profile.samples === 0) return nothing;
    const { samples, lost, failed, biased, covered, sampler, periodMicros, threads } = profile;
    const doubts = [
      lost > 0 ? `${lost} lost` : "",
      failed > 0 ? `${failed} with a stack that could not be read` : "",
      biased > 0 ? `${biased} that point to a place nearby` : "",
    ].filter(Boolean);
    return html`<section class="profile">
      <h4>Where the time goes</h4>
      <p class="look-note">${samples} samples ${SAMPLERS[sampler]}, every ${periodMicros / 1000} ms at most${
        doubts.length > 0 ? html`; ${doubts.join(", ")}` : nothing
      }. Beside each line of the code above is its share${covered === undefined ? "" : " of the processor time"}.${
        covered < MOSTLY
          ? ` ${percent(1 - covered)} of that are in no sample: what the compilers take, and the system, to put a thread
              to sleep and to wake it.`
          : ""
      }</p>
      <ol class="hot-lines">${busyLines(profile).slice(0, 5).map(
        ({ file, line, share }) => html`<li><b>${percent(share)}</b> ${nameOfFile(file)}:${line}</li>`,
      )}</ol>
      ${
        threads.length > 1
          ? html`<p class="look-note">${threads.map(({ name, share }) => `${name} ${percent(share)}`).join(", ")}</p>`
          : nothing
      }
      <flame-figure .profile=${profile} .title=${`${this.name}: ${label}`}
        .recording=${this.of.known.recording} ?open=${isDeep(profile.stack)}></flame-figure>
    </section>`;
  }

  render() {
    const { variant, known } = this.of;
    return html`<section class="look" data-hue=${this.hue} aria-label=${variant.label}>
      <h3>${variant.label} ${this.#cases(this.of)}</h3>
      ${this.#code(known.machineCode)}${this.#profile(known.profile, variant.label)}${this.#ask(this.of)}
    </section>`;
  }
});
