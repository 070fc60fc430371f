// One parameter: a list of names where its numbers stand for something, else a number with a slider.
import { count } from "../base/format.js";
import { nearestStop, rangeText, sliderStops } from "../base/settings.js";
import { html, nothing, PageElement } from "../base/element.js";

class ParamField extends PageElement {
  static properties = {
    experiment: {}, // its id
    param: { attribute: false },
    value: { attribute: false },
    fault: { attribute: false },
    locked: { attribute: false }, // while a run is going on
  };

  #choose(text) {
    this.say("change-param", text.trim() === "" ? NaN : Number(text));
  }

  #list(id) {
    const { param, value } = this;
    return html`<select id=${id} aria-describedby=${`${id}-hint`} ?disabled=${this.locked}
        @change=${({ target }) => this.#choose(target.value)}>
      ${param.choices.map(
        (choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`,
      )}</select>`;
  }

  #numberWithSlider(id) {
    const { param, value, fault } = this;
    const stops = sliderStops(param);
    const at = Number.isFinite(value) ? nearestStop(stops, value) : 0;
    return html`<div class="number">
      <input id=${id} type="number" inputmode="numeric" min=${param.min} max=${param.max} step="1"
        ?disabled=${this.locked}
        .value=${Number.isFinite(value) ? String(value) : ""} aria-invalid=${fault ? "true" : "false"}
        aria-describedby=${`${id}-hint`} @change=${({ target }) => this.#choose(target.value)}>
      <input type="range" min="0" max=${stops.length - 1} step="1" aria-labelledby=${`${id}-label`}
        ?disabled=${this.locked}
        aria-valuetext=${`${count(stops[at])} ${param.unit}`} .value=${String(at)}
        @input=${({ target }) => {
          this.querySelector("[type=number]").value = stops[target.value];
        }}
        @change=${({ target }) => this.#choose(String(stops[target.value]))}></div>`;
  }

  render() {
    const { param, fault } = this;
    const id = `${this.experiment}-${param.name}`;
    return html`
      <div class="field">
        <label for=${id} id=${`${id}-label`}>${param.label}</label>${
          param.sweep
            ? html` <button type="button" class="small" @click=${() => this.say("sweep", param)}>Sweep<span
                class="unseen"> ${param.label}</span></button>`
            : nothing
        }
        ${param.choices ? this.#list(id) : this.#numberWithSlider(id)}
        <p class="hint" id=${`${id}-hint`} data-fault=${fault ? "" : nothing}>${fault ?? rangeText(param)}</p>
      </div>`;
  }
}

customElements.define("param-field", ParamField);
