// What was guessed of an experiment, in the guide's text.
import { storedGuesses } from "./guess-book.js";
import { inWords } from "./guess-logic.js";
import { OfAnExperiment } from "./of-an-experiment.js";
import { html } from "../base/element.js";

/** `{guess: id}`: the first guess, which nothing had given away. */
class LanesGuessed extends OfAnExperiment {
  take() {
    const guess = storedGuesses().find((one) => one.experiment === this.experiment);
    return guess ? inWords(guess.value) : "no guess yet";
  }

  render() {
    return html`<span class="live" data-verdict=${/\d|same/.test(this.now) ? "" : "none"}>${this.now}</span>`;
  }
}

customElements.define("lanes-guessed", LanesGuessed);
