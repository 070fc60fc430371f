// The page's state, and who listens to it. Only the actions change it.

/** While something is measured the page draws at most this often: it must not disturb what it shows. */
const REDRAW_MILLIS = 250;

class Store {
  state = {
    loading: "loading", // "loading", "ready" or "failed"
    problem: null, // why loading failed
    notice: null, // one sentence above the cards
    sections: [],
    experiments: [],
    machine: null,
    kinds: null, // of machines, and what each machine does now; null until it is asked
    ceilings: null, // the machine's, as the server tells them; null where it does not
    ceilingsFault: null, // why they are not measured anew
    site: null, // what this server allows and promises; null while unknown
    shared: null, // the shared results that are open in place of a section, see result-actions.js
    section: null, // the number of the open section
    page: null, // "glossary", "projector" or "maker": what is open in place of a section, or beside it
    at: null, // id of the experiment that the address points to
    texts: {}, // by section number: the section with its text, or { problem }
    ticks: new Set(), // names of what the visitor has ticked
    guessing: { off: false, open: [] }, // whose answers wait for a guess, see guessing.js
    words: [], // of the address, that ask for a lesson
    lesson: null, // the lesson, see lesson-actions.js
    draft: null, // the lesson that is being made, see maker-actions.js
    queue: null, // the runs of a section or of the whole guide, see guide-run.js
    // by experiment id:
    codes: {}, // the experiment with its variants' code, or { problem }
    settings: {},
    views: {},
    faults: {}, // { field: what is wrong with it }
    runs: {}, // the latest run
    everywhere: {}, // the runs on all kinds of machines, see all-kinds-actions.js
    results: {}, // what this browser has measured last
  };
  #listeners = new Set();
  #redraw = null;

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  experiment(id) {
    return this.state.experiments.find((experiment) => experiment.id === id);
  }

  /** Changes the state and tells the listeners: at once, or, for what comes many times a second, soon. */
  set(change, { soon = false } = {}) {
    this.state = { ...this.state, ...change };
    if (soon) this.#redraw ??= setTimeout(() => this.#tell(), REDRAW_MILLIS);
    else this.#tell();
  }

  /** Changes one experiment's entry of a part of the state. */
  setIn(part, id, value, when) {
    this.set({ [part]: { ...this.state[part], [id]: value } }, when);
  }

  #tell() {
    clearTimeout(this.#redraw);
    this.#redraw = null;
    for (const listener of this.#listeners) listener(this.state);
  }
}

export const store = new Store();
