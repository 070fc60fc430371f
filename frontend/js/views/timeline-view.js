// One operation of a pooled case, lane by lane.
import { html } from "../base/element.js";
import "../charts/timeline-figure.js";

export const view = ({ experiment, rows, timeline }) =>
  html`<timeline-figure .experiment=${experiment} .rows=${rows} .chosen=${timeline}></timeline-figure>`;
