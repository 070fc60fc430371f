// `<lanes-guess experiment="id">`: takes a guess of an experiment's outcome, and sets it beside what is measured.
import { caseRows, claimRows } from "../answer/results.js";
import { isOver } from "../answer/run-state.js";
import { askForGuesses, guessMode, isCovered, uncover } from "../base/guessing.js";
import { store } from "../base/store.js";
import { addSheet } from "../elements/style-sheets.js";
import { dropGuess, isGuessed, keepGuess, measuredOver, questionOf, settled, storedGuesses } from "./guess-book.js";
import { answered, ENOUGH, ends, guessAfter, guessAt, inWords } from "./guess-logic.js";
import { axisPicture, placeIn } from "./guess-axis.js";
import { revealed } from "./guess-reveal.js";
import { html, nothing } from "../elements/element.js";
import { LiveElement } from "../elements/live-element.js";

await addSheet("guess");

const WAYS = [
  ["slower", "Slower"],
  ["same", "About the same"],
  ["faster", "Faster"],
];

/** "80 % sure, give or take" one of these factors. */
const RANGES = [1.2, 1.5, 2, 4];

const EMPTY = { value: null, side: "both", way: null, reason: null, range: null };

customElements.define("lanes-guess", class extends LiveElement {
  static properties = { experiment: {}, draft: { state: true }, asking: { state: true }, seen: { state: true } };

  #pending = null; // the guess that waits for its run's id
  #before = null; // the run that was there when it was locked in
  #dragging = false;

  constructor() {
    super();
    this.draft = EMPTY;
    this.asking = false;
  }

  /** Takes from the state what is shown here, so that nothing is drawn for the sake of other cards. */
  look() {
    const { runs, settings, codes, lesson, guessing, site, results } = store.state;
    const id = this.experiment;
    if (this.#pending) this.#bind(runs[id], store.state.faults[id]);
    if (this.seen?.question && questionOf(settings[id]) !== this.seen.question) this.asking = false;
    const seen = {
      run: runs[id] ?? null,
      settings: settings[id],
      question: questionOf(settings[id]),
      reasons: codes[id]?.reasons ?? [],
      mode: guessMode({ lesson, guessing, site }),
      covered: isCovered(store.state, id),
      measured: Boolean(results[id]),
      lesson,
    };
    if (this.seen && Object.keys(seen).every((name) => seen[name] === this.seen[name])) return;
    this.seen = seen;
    this.#settle();
  }

  /** The guess belongs to the run that it started; if that was refused, it can be changed again. */
  #bind(run, faults) {
    if (Object.keys(faults ?? {}).length > 0 && (run ?? null) === this.#before) {
      dropGuess(this.#pending);
      this.#pending = null;
    } else if (run?.id && run !== this.#before && run.id !== this.#before?.id) {
      keepGuess({ ...this.#pending, run: run.id });
      this.#pending = null;
      uncover(this.experiment);
      this.draft = EMPTY; // the next one begins without a handle, too
    }
  }

  /** Notes what became of the guess, as soon as its run is over. */
  #settle() {
    const { run } = this.seen;
    const guess = this.#own(run);
    if (!guess || guess.settled || run.stage !== "finished") return;
    keepGuess({ ...settled(guess, this.#measured(guess), run.verdict), settled: true });
  }

  #own(run) {
    if (this.#pending) return this.#pending;
    return run?.id ? (storedGuesses().findLast((one) => one.run === run.id) ?? null) : null;
  }

  #measured(guess) {
    const { run, settings } = this.seen;
    if (!run) return null;
    const experiment = store.experiment(this.experiment);
    return measuredOver(experiment, caseRows(experiment, settings, run), run, guess.over);
  }

  /** The cases that the guess is about. */
  #compared() {
    const experiment = store.experiment(this.experiment);
    const rows = caseRows(experiment, this.seen.settings, null);
    return claimRows(experiment, rows, { machine: store.state.machine });
  }

  #change(part) {
    this.draft = { ...this.draft, ...part };
  }

  #place(value) {
    this.#change({ value, way: value === 1 ? "same" : value > 1 ? "faster" : "slower" });
  }

  #point(event, begins) {
    if (begins) {
      if (event.button > 0) return;
      this.#dragging = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    } else if (!this.#dragging) return;
    this.#place(guessAt(placeIn(event.clientX, event.currentTarget.getBoundingClientRect()), ends(this.draft.side)));
  }

  #release() {
    this.#dragging = false;
  }

  #key(event) {
    const value = guessAfter(this.draft.value, event.key, ends(this.draft.side));
    if (value === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#place(Math.abs(value - 1) < 1e-3 ? 1 : value);
  }

  #choose(way) {
    if (way === "same") this.#change({ way, side: "both", value: 1 });
    else {
      const { value } = this.draft;
      const stays = value !== null && value !== 1 && value > 1 === (way === "faster");
      this.#change({ way, side: way, value: stays ? value : null });
    }
    this.updateComplete.then(() => this.querySelector("[role=slider]")?.focus({ preventScroll: true }));
  }

  #lock() {
    const { value, reason, range } = this.draft;
    if (value === null) {
      this.querySelector("[role=slider]").focus();
      return;
    }
    const { claim, reference } = this.#compared();
    this.#before = store.state.runs[this.experiment] ?? null;
    this.#pending = {
      experiment: this.experiment,
      at: new Date().toISOString(),
      question: this.seen.question,
      lesson: this.seen.lesson?.name ?? null,
      value,
      reason,
      range,
      about: claim?.variant ?? null,
      over: reference?.variant ?? null,
    };
    keepGuess(this.#pending);
    this.asking = false;
    this.say("start-run", this.experiment);
    this.updateComplete.then(() => this.querySelector(".guess")?.focus({ preventScroll: true }));
  }

  #justRun() {
    askForGuesses(false);
    this.say("start-run", this.experiment);
  }

  #axis() {
    const { value, side, range } = this.draft;
    const limits = ends(side);
    return html`
      <div class="guess-axis" role="slider" tabindex="0" aria-label="Your guess" aria-orientation="horizontal"
        aria-valuemin=${Math.log2(limits[0]).toFixed(2)} aria-valuemax=${Math.log2(limits[1]).toFixed(2)}
        aria-valuenow=${Math.log2(value ?? 1).toFixed(2)}
        aria-valuetext=${value === null ? "not placed yet" : inWords(value)}
        ?data-placed=${value !== null} @keydown=${(event) => this.#key(event)}
        @pointerdown=${(event) => this.#point(event, true)} @pointermove=${(event) => this.#point(event, false)}
        @pointerup=${this.#release} @pointercancel=${this.#release}>
        <svg width="100%" height="74" aria-hidden="true">${axisPicture({ value, range: limits, sure: range })}</svg>
        <span class="guess-ends" aria-hidden="true"><span>${side === "faster" ? "" : "slower"}</span>
          <span>${side === "slower" ? "" : "faster"}</span></span>
      </div>`;
  }

  #why(reasons) {
    const { reason } = this.draft;
    if (reasons.length === 0) return nothing;
    return html`<fieldset class="guess-why"><legend>Because … <small>one tap, if you like</small></legend>
      ${reasons.map(
        ({ cause, text }) => html`<label class="guess-chip"><input type="radio" name=${`${this.experiment}-why`}
          .checked=${reason === cause} @change=${() => this.#change({ reason: cause })}><span>${text}</span></label>`,
      )}</fieldset>`;
  }

  #sure() {
    const { range } = this.draft;
    return html`<fieldset class="guess-sure"><legend>80 % sure, give or take</legend>${RANGES.map(
      (factor) => html`<label class="guess-chip"><input type="checkbox" .checked=${range === factor}
        @change=${({ target }) => this.#change({ range: target.checked ? factor : null })}>
        <span>${factor}×</span></label>`,
    )}</fieldset>`;
  }

  #ask() {
    const { mode, reasons, covered } = this.seen;
    const { value, way } = this.draft;
    const { claim, reference } = this.#compared();
    const { title } = store.experiment(this.experiment);
    return html`
      <section class="guess" tabindex="-1" data-phase="ask" aria-label=${`Your guess: ${title}`}>
        <div class="guess-head">
          <h3>Your guess: how fast is <b data-hue=${claim?.hue ?? nothing}>${claim?.label ?? "it"}</b>${
            reference ? html` beside <b data-hue=${reference.hue}>${reference.label}</b>` : nothing
          }?</h3>
          <div class="guess-ways" role="group" aria-label="Direction">${WAYS.map(
            ([name, label]) => html`<button type="button" aria-pressed=${way === name ? "true" : "false"}
              @click=${() => this.#choose(name)}>${label}</button>`,
          )}</div>
        </div>
        ${this.#axis()}
        <p class="guess-said">${
          value === null
            ? "Press on the line, or use the arrow keys."
            : html`<b>${inWords(value)}</b> ${this.#sure()}`
        }</p>
        ${value === null ? nothing : this.#why(reasons)}
        <div class="guess-acts">
          <button class="go" type="button" @click=${() => this.#lock()}>${
            value === null ? "Place your guess" : "Lock in and run"
          }</button>
          ${mode === "must" ? nothing : html`<button type="button" @click=${() => this.#justRun()}>Just run</button>`}
          ${
            covered && mode !== "must"
              ? html`<button type="button" class="guess-show"
                  @click=${() => uncover(this.experiment)}>Show me what is known</button>`
              : nothing
          }
        </div>
      </section>`;
  }

  /** What surrounds it may depend on whether there is something to see, and what. */
  updated() {
    const phase = this.querySelector(".guess")?.dataset.phase;
    this.dataset.phase = phase ?? "";
    this.hidden = this.children.length === 0;
  }

  render() {
    if (!this.seen) return nothing;
    const { run, mode, measured, question } = this.seen;
    const guess = this.#own(run);
    if (guess) {
      const kept = storedGuesses();
      const past = answered(kept);
      if (past.length >= ENOUGH) import("./guess-picture.js");
      return revealed({
        experiment: store.experiment(this.experiment),
        guess,
        run,
        measured: guess.settled ? guess.measured : this.#measured(guess),
        reasons: this.seen.reasons,
        past,
        ask: this.asking || question !== guess.question ? this.#ask() : nothing,
      });
    }
    if (run && !isOver(run)) return nothing;
    const known = run ? questionOf(run.settings) === question : measured && !this.seen.lesson?.guess;
    const guessed = isGuessed(storedGuesses(), this.experiment, question, this.seen.lesson?.name);
    if ((mode === "must" && !guessed) || this.asking || (mode === "ask" && !known && !guessed)) return this.#ask();
    if (mode === "off" && store.state.site?.readOnly) return nothing;
    return html`<p class="guess-again"><button type="button" @click=${() => {
      if (mode === "off") askForGuesses(true);
      this.asking = true;
    }}>${known || guessed ? "Guess again" : "Guess first"}</button></p>`;
  }
});
