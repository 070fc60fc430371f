// The short definition of a term, beside it, while the pointer or the focus is on it.
import { addSheet } from "../elements/style-sheets.js";
import { terms } from "./terms.js";

const GAP = 8;
const EDGE = 12;
const LEAVING_MILLIS = 250;

const note = Object.assign(document.createElement("div"), { id: "term-note", role: "tooltip", hidden: true });
document.body.append(note);

let shown = null; // the button whose definition it is
let leaving = null;

export async function showNote(button) {
  clearTimeout(leaving);
  if (shown === button) return;
  const [all] = await Promise.all([terms(), addSheet("glossary")]);
  const term = all.find(({ id }) => id === button.dataset.term);
  if (!term || !(button.matches(":hover") || button === document.activeElement)) return;
  hide();
  shown = button;
  note.textContent = term.text;
  note.hidden = false;
  button.setAttribute("aria-describedby", note.id);
  place(button.getBoundingClientRect());
}

/** Below the term, or above it if there is no room. */
function place({ left, top, bottom }) {
  const { offsetWidth: width, offsetHeight: height } = note;
  const below = bottom + GAP + height < window.innerHeight;
  note.style.left = `${Math.max(EDGE, Math.min(left, document.documentElement.clientWidth - width - EDGE))}px`;
  note.style.top = `${below ? bottom + GAP : Math.max(EDGE, top - GAP - height)}px`;
}

function hide() {
  clearTimeout(leaving);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  note.hidden = true;
}

/** It stays while the pointer is on its way from the term to it, and while the focus is on the term. */
function leave() {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    if (shown && shown !== document.activeElement && !note.matches(":hover")) hide();
  }, LEAVING_MILLIS);
}

document.addEventListener("pointerout", leave);
document.addEventListener("focusout", leave);
const follow = () => shown && place(shown.getBoundingClientRect());
window.addEventListener("scroll", follow, { passive: true, capture: true });
window.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), { capture: true });
