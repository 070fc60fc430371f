// The keys that do something, as a dialog in which they can be switched off: this browser remembers that.
import { html, PageElement } from "../base/element.js";

const KEYS = [
  ["r", "Run the experiment in view"],
  ["c", "Cancel its run"],
  ["l", "Switch its time axis between log and linear"],
  ["n", "Next section"],
  ["p", "Previous section"],
  ["t", "Next theme: system, light, dark"],
  ["?", "This list"],
];

const KEPT = "lanes.keys";
let on = true;
try {
  on = localStorage.getItem(KEPT) !== "off";
} catch {
  // Without storage the keys are on.
}

/** Whether single keys do something. */
export const keysAreOn = () => on;

function switchKeys(wanted) {
  on = wanted;
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "off");
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}

class ShortcutList extends PageElement {
  open() {
    this.querySelector("dialog").showModal();
  }

  render() {
    return html`
      <dialog aria-labelledby="shortcuts-heading">
        <h2 id="shortcuts-heading">Keyboard shortcuts</h2>
        <dl>${KEYS.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}</dl>
        <p class="keys-on"><label><input type="checkbox" .checked=${on}
          @change=${({ target }) => switchKeys(target.checked)}> Use single-key shortcuts</label></p>
        <form method="dialog"><button class="go" autofocus>Close</button></form>
      </dialog>`;
  }
}

customElements.define("shortcut-list", ShortcutList);
