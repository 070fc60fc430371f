// What a page of results shows of a result whose code was edited: the edited variants, and the code as text.
import { html } from "../elements/element.js";
import { byFiles, extender } from "./edited-card.js";
import { runWith } from "./workshop-actions.js";
import "./edit-answer.js";
import "./edited-code.js";

/**
 * @param run of a result, with `edits`
 * @returns `{ extend, section }`: how its card is extended, and what stands above that; `section` is given how the run's
 *   settings are taken over here, as a function of what starts a run
 */
export function sharedEdits({ edits }) {
  const withEdits = extender();
  const change = byFiles(edits);
  return {
    extend: (card) => withEdits(card, change, edits),
    section: (run, here) => html`<edited-code .edits=${edits}
      .run=${() => here((id) => runWith(id, { edits }))}></edited-code><edit-answer .run=${run}></edit-answer>`,
  };
}
