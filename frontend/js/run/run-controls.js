// The controls of an experiment: its parameters, what to measure, how thoroughly, and Run.
import { plural, wait, wayInWords } from "../base/format.js";
import { hues } from "../elements/palette.js";
import { isOver } from "../answer/run-state.js";
import { chosenCases, effortOf, poolName, unavailable, whyUnavailable } from "../base/settings.js";
import { given, html, nothing, PageElement } from "../elements/element.js";
import { likelySeconds } from "./likely.js";
import { remainingText } from "./stage-words.js";
import "./param-field.js";

/** A second click right after Run is a double click, not a wish to cancel. */
const DOUBLE_CLICK_MILLIS = 600;

/** What stands behind the button for choices. */
const OF_CHOICES = ["variants", "pools", "workers"];

const READ_ONLY = "Read-only: no runs can be started at the moment";

/** What a label does not say already. */
const beside = (label, way) => (label.toLowerCase().includes(way) ? "" : way);

customElements.define("run-controls", class extends PageElement {
  static properties = {
    ...given("experiment", "settings", "faults", "run"),
    site: { attribute: false }, // what this server allows
    results: { attribute: false }, // what this browser has measured last, by experiment
    opened: { state: true }, // whether the choices are shown
  };

  #startedAt = 0;

  #change(part) {
    this.say("change-settings", { id: this.experiment.id, part });
  }

  #toggle(name, offered, value, on) {
    const chosen = new Set(this.settings[name]);
    if (on) chosen.add(value);
    else chosen.delete(value);
    this.#change({ [name]: offered.filter((one) => chosen.has(one)) });
  }

  #press(active) {
    const now = performance.now();
    if (!active) {
      this.#startedAt = now;
      this.say("start-run", this.experiment.id);
    } else if (now - this.#startedAt > DOUBLE_CLICK_MILLIS) {
      this.say("cancel-run", this.experiment.id);
    }
  }

  /** A group of check boxes, with its hint, or what is wrong with it. */
  #choices({ name, legend, hint, options }) {
    const fault = this.faults[name];
    const hintId = `${this.experiment.id}-${name}-hint`;
    const offered = options.map(({ value }) => value);
    return html`
      <fieldset class="field" aria-describedby=${hintId}>
        <legend>${legend}</legend>
        <div class="chips">${options.map(
          ({ value, label, hue, why, way }) => html`
          <label class="chip" data-hue=${hue ?? nothing} title=${why ?? nothing}>
            <input type="checkbox" .checked=${this.settings[name].includes(value)}
              ?disabled=${Boolean(why) && !this.settings[name].includes(value)}
              aria-invalid=${fault ? "true" : "false"}
              @change=${({ target }) => this.#toggle(name, offered, value, target.checked)}>
            <span>${label}${way ? html` <small>${way}</small>` : nothing}${
              why ? html` <small>not here</small>` : nothing
            }</span></label>`,
        )}</div>
        <p class="hint" id=${hintId} ?data-fault=${fault}>${fault ?? hint}</p>
      </fieldset>`;
  }

  #effort() {
    const { efforts, id } = this.experiment;
    return html`
      <fieldset class="field"><legend>Effort</legend>
        <div class="seg">${efforts.filter(({ id: one }) => this.site?.efforts?.includes(one) ?? true).map(
          (effort) => html`<label><input type="radio" name=${`${id}-effort`} value=${effort.id}
          .checked=${effort.id === this.settings.effort} @change=${() => this.#change({ effort: effort.id })}>
          <span>${effort.label}</span></label>`,
        )}</div>
        ${this.faults.effort ? html`<p class="hint" data-fault>${this.faults.effort}</p>` : nothing}</fieldset>`;
  }

  /** What the choices come to, in a word or two. */
  #summary() {
    const { experiment, settings } = this;
    const { variants } = settings;
    const cases = chosenCases(experiment, settings).length;
    const told = plural(variants.length, "variant");
    return cases === variants.length ? told : `${told}, ${plural(cases, "case")}`;
  }

  /** Variants, pools and workers, behind one button; what is wrong with one of them opens it. */
  #chosen(opened) {
    const { experiment, settings } = this;
    const colours = hues(experiment);
    const { forks, leastForks = forks } = effortOf(experiment, settings);
    const jvms = leastForks === forks ? plural(forks, "JVM") : `${leastForks} to ${plural(forks, "JVM")}`;
    const cases = chosenCases(experiment, settings).length;
    return html`<div class="chosen" id=${`${experiment.id}-chosen`} ?hidden=${!opened}>
      ${this.#choices({
        name: "variants",
        legend: "Variants",
        hint: [`${plural(cases, "case")} to measure, ${jvms} for each`, ...unavailable(experiment).map(whyUnavailable)].join(". "),
        options: experiment.variants.map((variant) => ({
          value: variant.id,
          label: variant.label,
          hue: colours[variant.id],
          way: beside(variant.label, wayInWords(variant)),
          why: variant.available ? null : variant.unavailableBecause,
        })),
      })}
      ${
        experiment.pools.length > 0
          ? html`
          ${this.#choices({
            name: "pools",
            legend: "Pools",
            hint: "what kind of thread a worker is",
            options: experiment.pools.map((pool) => ({ value: pool, label: poolName(pool) })),
          })}
          ${this.#choices({
            name: "workers",
            legend: "Workers",
            hint: "threads, or carriers of virtual threads",
            options: experiment.workers.allowed.map((count) => ({ value: count, label: count })),
          })}`
          : nothing
      }</div>`;
  }

  /** Run with how long it is likely to take, or Cancel with what is left. */
  #button(active, wrong, closed) {
    const { experiment, settings, run, results = {} } = this;
    const seconds = active ? remainingText(run) : wrong || closed || settings.sweep ? "" : wait(likelySeconds(experiment, settings, results));
    const id = `${experiment.id}-seconds`;
    const small = html`<small class="estimate" id=${id} aria-hidden="true">${seconds.replace("about ", "")}</small>`;
    return html`<button class="go" type="submit" ?disabled=${(wrong || closed) && !active} aria-describedby=${id}
        ?data-active=${active}>${active ? html`Cancel ${small}` : html`Run ${small}`}</button>`;
  }

  render() {
    const { experiment, settings, faults, run } = this;
    const active = Boolean(run) && !isOver(run);
    const closed = Boolean(this.site?.readOnly);
    const wrong = Object.keys(faults).some((field) => field !== "run");
    const opened = this.opened || OF_CHOICES.some((field) => faults[field]);
    return html`
      <form class="controls" @submit=${(event) => {
        event.preventDefault();
        this.#press(active);
      }} novalidate>
        <fieldset class="fields" ?disabled=${active}><legend class="unseen">Settings</legend>
          ${experiment.params.map(
            (param) => html`<param-field .experiment=${experiment.id} .param=${param}
            .value=${settings.params[param.name]} .fault=${faults[param.name]} .locked=${active}
            @change-param=${({ detail }) => this.#change({ params: { ...settings.params, [param.name]: detail } })}>
          </param-field>`,
          )}
          ${this.#effort()}${
            this.site?.kinds ? html`<run-on .experiment=${experiment}></run-on>` : nothing
          }
        </fieldset>
        <button type="button" class="choose" aria-expanded=${opened ? "true" : "false"}
          aria-controls=${`${experiment.id}-chosen`} @click=${() => {
            this.opened = !opened;
          }}>${this.#summary()}</button>
        <div class="run">${closed ? html`<span>${READ_ONLY}</span>` : nothing}${this.#button(active, wrong, closed)}</div>
        <fieldset class="all-chosen" ?disabled=${active}><legend class="unseen">What is measured</legend>${this.#chosen(opened)}
        </fieldset>
      </form>`;
  }
});
