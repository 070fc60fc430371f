// The speedup over the values of a parameter, and from where on the others pay.
import { html } from "../base/element.js";
import "../sweep/sweep-view.js";

export const view = ({ experiment, settings, run, kept }) =>
  html`<sweep-view .experiment=${experiment} .settings=${settings} .run=${run} .kept=${kept}></sweep-view>`;
