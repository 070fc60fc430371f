// Begins the runs of a section or of the whole guide, and says what they take.
import { isRunning, secondsOf } from "./guide-run.js";
import { wait } from "../base/format.js";
import { given, html, PageElement } from "../elements/element.js";

customElements.define("queue-button", class extends PageElement {
  static properties = {
    ...given("experiments", "queue"),
    scope: { attribute: false }, // a section's number or "guide"
  };

  render() {
    const { scope, experiments, queue } = this;
    return html`<button class="queue-button" ?disabled=${isRunning(queue)}
      @click=${() => this.say("begin-queue", scope)}>${scope === "guide" ? "Run the whole guide" : "Run the section"}
      <small>${wait(secondsOf(experiments))}</small></button>`;
  }
});
