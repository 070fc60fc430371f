// One of a few: radio buttons as segments of a bar.
import { html, nothing } from "./element.js";

/** @param options `[value, label]` of each. @param choose called with the value that is chosen */
export const segments = (legend, name, options, chosen, choose) => html`
  <fieldset class="seg small"><legend class="unseen">${legend}</legend>${options.map(
    ([value, label]) => html`<label><input type="radio" name=${name} value=${value ?? nothing}
      .checked=${value === chosen} @change=${() => choose(value)}><span>${label}</span></label>`,
  )}</fieldset>`;
