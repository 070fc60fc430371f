// The keys that do something, as a dialog.
import { html, PageElement } from "./element.js";

const KEYS = [
  ["r", "Run the experiment in view"],
  ["c", "Cancel its run"],
  ["l", "Switch its times between log and linear"],
  ["n", "Next section"],
  ["p", "Previous section"],
  ["t", "Next theme: system, light, dark"],
  ["?", "This list"],
];

class ShortcutList extends PageElement {
  open() {
    this.querySelector("dialog").showModal();
  }

  render() {
    return html`
      <dialog aria-labelledby="shortcuts-heading">
        <h2 id="shortcuts-heading">Keyboard shortcuts</h2>
        <dl>${KEYS.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}</dl>
        <form method="dialog"><button class="go" autofocus>Close</button></form>
      </dialog>`;
  }
}

customElements.define("shortcut-list", ShortcutList);
