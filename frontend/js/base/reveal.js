// Brings an experiment's card into view, as soon as it is on the page; and notices what comes near the window.

const MOST_FRAMES = 120;

const cardOf = (id) => document.getElementById(`lab-${id}`);

/** Makes a change that may make text longer, and keeps the card that is in view at its place. */
export function holdStill(change) {
  const inView = ({ top, bottom }) => bottom > 0 && top < window.innerHeight;
  const card = [...document.querySelectorAll(".lab")].find((one) => inView(one.getBoundingClientRect()));
  const top = card?.getBoundingClientRect().top;
  change();
  if (!card) return;
  requestAnimationFrame(() =>
    window.scrollBy({ top: card.getBoundingClientRect().top - top, behavior: "instant" }),
  );
}

/** Scrolls to the card and puts the focus there, so that the keyboard goes on from it. Never while nothing has come. */
export function reveal(id, frames = MOST_FRAMES) {
  const card = cardOf(id);
  if (!card) {
    if (frames > 0) requestAnimationFrame(() => reveal(id, frames - 1));
    return;
  }
  card.scrollIntoView({ behavior: "instant", block: "start" });
  card.focus({ preventScroll: true });
}

/** Near is so far outside of the window. */
const MARGIN = "300px";

/** Calls once, as soon as the element is near the window; never after the signal. */
export function whenNear(element, act, { margin = MARGIN, signal } = {}) {
  const watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      act();
    },
    { rootMargin: margin },
  );
  watch.observe(element);
  signal?.addEventListener("abort", () => watch.disconnect());
}

const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "wheel", "touchstart"];
/** Nobody may be there to give a sign, and then all is to come as well. */
const LATEST_MILLIS = 8_000;

const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 50));

let turn = new Promise((settle) => {
  for (const sign of SIGNS) window.addEventListener(sign, settle, { once: true, passive: true });
  setTimeout(settle, LATEST_MILLIS);
});

/** Calls when the browser has nothing else to do, after the first sign of somebody: one after the other. */
export function whenIdle(act) {
  turn = turn.then(() => new Promise((done) => idle(done, { timeout: 500 }))).then(act);
}
