// What was guessed of an experiment, in the guide's text.
import { storedGuesses } from "./guess-book.js";
import { inWords } from "./guess-logic.js";
import { html } from "../elements/element.js";
import { LiveElement } from "../elements/live-element.js";

/** `{guess: id}`: the first guess, which nothing had given away. */
customElements.define("lanes-guessed", class extends LiveElement {
  static properties = { experiment: {} };

  take() {
    const guess = storedGuesses().find((one) => one.experiment === this.experiment);
    return guess ? inWords(guess.value) : "no guess yet";
  }

  render() {
    return html`<span class="live" data-verdict=${/\d|same/.test(this.now) ? "" : "none"}>${this.now}</span>`;
  }
});
