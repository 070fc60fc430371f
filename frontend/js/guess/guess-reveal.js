// What became of a guess: it stays as a flag while the measured interval narrows on the same axis. Templates.
import { isOver } from "../answer/run-state.js";
import { ends, END, causeFound, ENOUGH, inWords, revealInWords } from "./guess-logic.js";
import { axisPicture, measuredInWords } from "./guess-axis.js";
import { term } from "../elements/term.js";
import { html, nothing } from "../elements/element.js";

const NO_SCORE = {
  none: "Nothing was measured, so there is no score.",
  other: "The run compared it with something other than your guess did, so there is no score.",
  light: "The measurement is not good enough for a score.",
  verdict: "The outcome is not clear here, so there is no score.",
};

/** The end of an axis on which these ratios find room. */
const endFor = (...ratios) =>
  Math.max(END, ...ratios.map((one) => 10 ** Math.ceil(Math.log10(Math.max(one, 1 / one)) - 1e-9)));

/** What the settings offer to make the guess come true. */
const changes = (experiment) => [
  ...experiment.params.map(({ name, label }) => ({ label, field: `${experiment.id}-${name}` })),
  ...(experiment.pools.length > 0 ? [{ label: "workers" }, { label: "pools" }] : []),
];

function why(guess, reasons, verdict) {
  const chosen = reasons.find(({ cause }) => cause === guess.reason);
  const found = verdict?.reasons ?? [];
  if (!chosen && found.length === 0) return nothing;
  const match = causeFound(chosen?.codes, verdict?.reasonCodes);
  return html`<dl class="guess-reasons">
    ${
      chosen
        ? html`<div data-found=${match ?? nothing}><dt>You said</dt><dd>because ${chosen.text}</dd></div>`
        : nothing
    }
    <div><dt>Measured</dt><dd>${found[0] ?? "no figure shows why"}${
      match ? html` <em>${match === "found" ? "That is what you said." : "That is not what you said."}</em>` : nothing
    }</dd></div></dl>`;
}

function trueByChange(experiment) {
  const names = changes(experiment);
  if (names.length === 0) return nothing;
  return html`<p class="guess-change">Now change one thing so that your guess comes true: ${names.map(
    ({ label, field }, at) => html`${at > 0 ? ", " : ""}${
      field
        ? html`<button type="button" class="guess-link"
            @click=${() => document.getElementById(field)?.focus()}>${label}</button>`
        : label
    }`,
  )}.</p>`;
}

/**
 * @param past the guesses that have an answer
 * @param ask the next question, or nothing
 */
export function revealed({ experiment, guess, run, measured, reasons, past, ask }) {
  const over = Boolean(run) && isOver(run);
  const final = guess.settled === true;
  const range = ends("both", endFor(guess.value, measured?.high ?? 1, measured?.low ?? 1));
  const said = final && measured ? revealInWords(guess.value, measured) : `You said ${inWords(guess.value)}.`;
  const words = final && measured ? said : `${said} ${measured ? `So far ${measuredInWords(measured)}.` : ""}`;
  const drawn = measured?.low > 0 ? measured : null;
  return html`
    <section class="guess" tabindex="-1" data-phase=${final ? "done" : over ? "over" : "measuring"}
      data-score=${guess.score ?? nothing} aria-label=${`Your guess: ${experiment.title}`}>
      <p class="guess-told" role="status">${final ? words : said}
        ${final && guess.score !== null ? html`<b class="guess-score">${guess.score} of 100</b>` : nothing}</p>
      <div class="guess-axis" data-placed role="img" aria-label=${words}>
        <svg width="100%" height="74" aria-hidden="true">${axisPicture({
          value: guess.value,
          range,
          measured: drawn,
          final,
          sure: guess.range,
        })}</svg>
        <span class="guess-ends" aria-hidden="true"><span>slower</span><span>faster</span></span>
      </div>
      ${
        final
          ? html`${guess.because ? html`<p class="quiet">${NO_SCORE[guess.because]}</p>` : nothing}
              ${why(guess, reasons, run?.verdict)}${trueByChange(experiment)}`
          : html`<p class="quiet">${
              over ? "The run ended early: there is nothing to compare your guess with."
              : html`It cannot be changed now. The ${term("interval", "interval")} narrows with every
                  ${term("fork", "JVM")}; the verdict comes with the last.`
            }</p>`
      }
      ${past.length >= ENOUGH ? html`<guess-picture .guesses=${past}></guess-picture>` : nothing}
    </section>${ask}`;
}
