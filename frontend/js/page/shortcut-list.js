// The keys that do something, as a dialog in which they can be switched off: this browser remembers that.
import { html, PageElement } from "../elements/element.js";
import { keepText } from "../base/stored.js";

const KEYS = [
  ["r", "Run the experiment in view"],
  ["c", "Cancel its run"],
  ["l", "Switch its time axis between log and linear"],
  ["n", "Next section"],
  ["p", "Previous section"],
  ["t", "Next theme: system, light, dark"],
  ["?", "This list"],
];

/** Whether single keys do something is a word on the page, which `lanes-app` reads. */
const page = document.documentElement.dataset;

function switchKeys(wanted) {
  page.keys = wanted ? "on" : "off";
  keepText("lanes.keys", wanted ? null : "off");
}

export async function openShortcuts() {
  const list = document.querySelector("shortcut-list") ?? document.createElement("shortcut-list");
  document.body.append(list);
  await list.updateComplete;
  list.querySelector("dialog").showModal();
}

customElements.define("shortcut-list", class extends PageElement {
  render() {
    return html`
      <dialog aria-labelledby="shortcuts-heading">
        <h2 id="shortcuts-heading">Keyboard shortcuts</h2>
        <dl>${KEYS.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}</dl>
        <p class="keys-on"><label><input type="checkbox" .checked=${page.keys !== "off"}
          @change=${({ target }) => switchKeys(target.checked)}> Use single-key shortcuts</label></p>
        <form method="dialog"><button class="go" autofocus>Close</button></form>
      </dialog>`;
  }
});
