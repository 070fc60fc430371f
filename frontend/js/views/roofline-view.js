// The cases under the machine's ceilings.
import { areKnown } from "../charts/roofline.js";
import { drawable } from "../charts/roofs.js";
import { html } from "../base/element.js";
import "../charts/roofline-figure.js";

export const view = ({ rows, ceilings }) =>
  drawable(rows).length > 0
    ? html`<roofline-figure .rows=${rows} .ceilings=${ceilings}></roofline-figure>`
    : html`<p class="nothing-here">${
        areKnown(ceilings)
          ? "None of these cases calculates: each only moves data, and Why says what share of the bandwidth it reaches."
          : "The machine’s peak is not known yet: it is measured when the machine is idle."
      }</p>`;
