// The race of the variants at their measured speed.
import { html } from "../base/element.js";
import "../charts/race-track.js";

export const view = ({ experiment, racing, run, busy }) =>
  html`<race-track .experiment=${experiment} .rows=${racing} .run=${run} .busy=${busy}></race-track>`;
