// One parameter as a small labelled field: a list of names, or a number whose range and slider show when it has the focus.
import { count } from "../base/format.js";
import { nearestStop, rangeText, sliderStops } from "../base/settings.js";
import { given, html, nothing, PageElement } from "../elements/element.js";

customElements.define("param-field", class extends PageElement {
  static properties = {
    ...given("param", "value", "fault"),
    experiment: {}, // its id
    locked: { attribute: false }, // while a run is going on
  };

  #choose(text) {
    this.say("change-param", text.trim() === "" ? NaN : Number(text));
  }

  #list(id) {
    const { param, value } = this;
    return html`<select id=${id} ?disabled=${this.locked} @change=${({ target }) => this.#choose(target.value)}>
      ${param.choices.map(
        (choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`,
      )}</select>`;
  }

  #number(id) {
    const { param, value, fault } = this;
    return html`<input id=${id} type="number" inputmode="numeric" min=${param.min} max=${param.max} step="1"
      ?disabled=${this.locked} .value=${Number.isFinite(value) ? String(value) : ""}
      aria-invalid=${fault ? "true" : "false"} aria-describedby=${`${id}-hint`}
      @change=${({ target }) => this.#choose(target.value)}>`;
  }

  #slider(id) {
    const { param, value } = this;
    const stops = sliderStops(param);
    const at = Number.isFinite(value) ? nearestStop(stops, value) : 0;
    return html`<input type="range" min="0" max=${stops.length - 1} step="1" aria-labelledby=${`${id}-label`}
      ?disabled=${this.locked}
      aria-valuetext=${`${count(stops[at])} ${param.unit}`} .value=${String(at)}
      @input=${({ target }) => {
        this.querySelector("[type=number]").value = stops[target.value];
      }}
      @change=${({ target }) => this.#choose(String(stops[target.value]))}>`;
  }

  updated() {
    if (!this.param.choices) this.style.setProperty("--digits", String(this.param.max).length);
  }

  render() {
    const { param, fault } = this;
    const id = `${this.experiment}-${param.name}`;
    const label = html`<label for=${id} id=${`${id}-label`}>${param.label}</label>`;
    if (param.choices) return html`<div class="field">${label}${this.#list(id)}</div>`;
    return html`
      <div class="field">${label}${this.#number(id)}
        <div class="beside" ?data-fault=${fault}>${this.#slider(id)}
          <p class="hint" id=${`${id}-hint`} ?data-fault=${fault}>${fault ?? rangeText(param)}</p>
          ${
            param.sweep
              ? html`<button type="button" class="small" @click=${() => this.say("sweep", param)}>Sweep<span
                  class="unseen"> ${param.label}</span></button>`
              : nothing
          }</div>
      </div>`;
  }
});
