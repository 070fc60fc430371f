// The whole page: guide on the left, open section in the middle, shortcuts, and what screen readers are told.
import { measureCeilings } from "../machine/ceilings-actions.js";
import { beginQueue, putQueueAway, stopQueue, takeUpQueue } from "../guide/guide-run-actions.js";
import { current } from "../guide/guide-run.js";
import * as actions from "./page-actions.js";
import { cancelRun, startRun } from "../run/run-actions.js";
import { store } from "../base/store.js";
import { storedText } from "../base/stored.js";
import { chooseTheme, currentTheme, THEMES } from "../elements/theme.js";
import { html, nothing, PageElement } from "../elements/element.js";
import "../guide/guide-nav.js";
import "../run/run-announcer.js";
import "../guide/section-page.js";
import "./site-notice.js";

/** Whether single keys do something: as long as the page is open, or as this browser remembers it. */
function keysAreOn() {
  const page = document.documentElement.dataset;
  page.keys ??= storedText("lanes.keys") ?? "on";
  return page.keys !== "off";
}

/** One message in place of the page, with the way out. */
const message = (heading, text) => html`<div class="message" role="alert">
  <h1>${heading}</h1><p>${text}</p>
  <button class="go" @click=${() => actions.load()}>Try again</button></div>`;

const SIGNS = ["pointermove", "focusin", "scroll"];

/** What stands in place of a section, or beside it. */
const PARTS = {
  glossary: () => import("../glossary/glossary-page.js"),
  projector: () => import("../lesson/projector-page.js"),
  maker: () => import("../lesson/lesson-maker.js"),
  tasks: () => import("../edit/task-page.js"),
};

customElements.define("lanes-app", class extends PageElement {
  static properties = { state: { state: true } };

  #fetching = null; // the page of shared results

  constructor() {
    super();
    this.state = store.state;
  }

  attached(signal) {
    const take = (state) => {
      this.state = state;
    };
    signal.addEventListener("abort", store.subscribe(take));
    window.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    // Where code can be edited, that comes with the first sign of somebody.
    const comes = () => this.state.site?.workshop && import("../edit/edit-controls.js").catch(() => {});
    for (const sign of SIGNS) window.addEventListener(sign, comes, { signal });
  }

  /** Fetches what stands in place of a section when it is first needed. */
  updated() {
    const { shared, page, lesson, queue, loading, site } = this.state;
    if (queue) import("../guide/queue-strip.js").catch(actions.partMissing);
    if (page) PARTS[page]().catch(actions.partMissing);
    if (lesson) import("../lesson/lesson-page.js").catch(actions.partMissing);
    if (site?.kinds) import("../kinds/kinds.js").catch(actions.partMissing);
    if (!shared || loading !== "ready" || this.#fetching) return;
    this.#fetching = import("../shared/result-page.js").catch(() => {
      this.#fetching = null;
      actions.partMissing();
    });
  }

  #pressed(event) {
    const typing = event.target.closest?.("input:not([type=checkbox], [type=radio], [type=range]), select, textarea");
    if (!keysAreOn() || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const action = this.#shortcuts[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  #shortcuts = {
    "?": () => import("./shortcut-list.js").then(({ openShortcuts }) => openShortcuts(), actions.partMissing),
    "r": () => this.#onCard((id, card) => card.say("start-run", id)),
    "c": () => this.#onCard((id) => cancelRun(id), "cancel"),
    "l": () =>
      this.#onCard((id) => actions.show(id, { axis: store.state.views[id].axis === "log" ? "linear" : "log" })),
    "n": () => this.#step(1),
    "p": () => this.#step(-1),
    "t": () => {
      const themes = Object.keys(THEMES);
      chooseTheme(themes[(themes.indexOf(currentTheme()) + 1) % themes.length]);
      this.querySelector("theme-switch")?.requestUpdate();
    },
  };

  /** Acts on the card that has the focus, or else on the one in the middle of the window. */
  #onCard(action) {
    const cards = [...this.querySelectorAll("experiment-card")];
    const middle = window.innerHeight / 2;
    const away = (card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return Math.max(top - middle, middle - bottom, 0);
    };
    const card = document.activeElement?.closest("experiment-card") ?? cards.sort((a, b) => away(a) - away(b))[0];
    if (card && !card.kept) action(card.experiment.id, card);
  }

  #step(by) {
    const { experiments, sections, section } = this.state;
    const open = sections.map(({ number }) => number).filter((one) => experiments.some((each) => each.section === one));
    const next = open[open.indexOf(section) + by];
    if (next) actions.openSection(next);
  }

  render() {
    const { state } = this;
    if (this.#early.length > 0) return nothing;
    return html`
      <a class="skip" href="#main">Skip to the section</a>
      <guide-nav .state=${state} @open-section=${({ detail }) => actions.openSection(detail)}
        @open-experiment=${({ detail }) => actions.openExperiment(detail)}
        @open-part=${({ detail }) => actions.openPart(detail)}
        @begin-queue=${({ detail }) => beginQueue(detail)}
        @measure-ceilings=${() => measureCeilings()}
        @list-shortcuts=${() => this.#shortcuts["?"]()}></guide-nav>
      <main id="main" tabindex="-1"
          @change-settings=${({ detail }) => actions.change(detail.id, detail.part)}
          @change-view=${({ detail }) => actions.show(detail.id, detail.part)}
          @start-run=${({ detail }) => startRun(detail)}
          @cancel-run=${({ detail }) => cancelRun(detail)}
          @begin-queue=${({ detail }) => beginQueue(detail)}
          @open-experiment=${({ detail }) => actions.openExperiment(detail)}
          @tick=${({ detail }) => actions.tick(detail.name, detail.ticked)}
          @part-missing=${() => actions.partMissing()}
          @load-code=${() => actions.loadCodes()}>
        <site-notice .site=${state.site} .machine=${state.machine}></site-notice>
        ${this.#content()}
        ${state.lesson && !state.shared ? html`<lesson-end .state=${state}></lesson-end>` : nothing}
      </main>
      ${
        state.page === "maker"
          ? html`<lesson-maker .state=${state} @close-part=${() => actions.openPart(null)}></lesson-maker>`
          : nothing
      }
      ${
        state.queue
          ? html`<queue-strip .queue=${state.queue} .experiments=${state.experiments}
              .run=${state.runs[current(state.queue)]}
              @open-experiment=${({ detail }) => actions.openExperiment(detail)}
              @stop-queue=${() => stopQueue()}
              @take-up-queue=${() => takeUpQueue()}
              @put-queue-away=${() => putQueueAway()}></queue-strip>`
          : nothing
      }
      <run-announcer .state=${state}></run-announcer>`;
  }

  /** What the server has sent of the section stays until the page has all of it. */
  get #early() {
    const { loading, shared, texts, section } = this.state;
    const done = loading === "failed" || shared || (loading === "ready" && texts[section]);
    return done ? [] : [...this.querySelectorAll(":scope > [data-early]")];
  }

  willUpdate() {
    if (this.#early.length === 0) this.querySelectorAll(":scope > [data-early]").forEach((part) => part.remove());
  }

  #content() {
    const { loading, problem, experiments } = this.state;
    if (loading === "loading") return html`<p class="waiting" role="status">Loading the guide…</p>`;
    if (loading === "failed") return message(problem.title, problem.message);
    if (experiments.length === 0) return message("There is nothing to measure yet", "This server has no experiments.");
    if (this.state.shared) return html`<result-page .state=${this.state}></result-page>`;
    const { page, lesson } = this.state;
    if (page === "glossary") return html`<glossary-page></glossary-page>`;
    if (page === "tasks") return html`<task-page></task-page>`;
    if (page === "projector") return html`<projector-page .state=${this.state}></projector-page>`;
    if (lesson?.only.length > 0 && page !== "maker") return html`<lesson-page .state=${this.state}></lesson-page>`;
    return html`<section-page .state=${this.state}></section-page>`;
  }
});
