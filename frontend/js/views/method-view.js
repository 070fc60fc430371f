// How it was measured: JVMs and their flags, forks and iterations, the order, the interval, the light, and the library.
import { EDIT } from "../answer/edited-cases.js";
import { plural, count } from "../base/format.js";
import { effortOf } from "../base/settings.js";
import { html, nothing } from "../elements/element.js";
import { term } from "../elements/term.js";

const span = (numbers) => {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? count(least) : `${count(least)} to ${count(most)}`;
};
const some = (numbers, word) => `${span(numbers)} ${word}${Math.max(...numbers) === 1 ? "" : "s"}`;

/** How many iterations of a phase each JVM had. */
const perRound = (rows, phase) =>
  rows.flatMap(({ samples }) =>
    [...Map.groupBy(samples, ({ round }) => round).values()].map(
      (own) => own.filter((sample) => sample.phase === phase).length,
    ),
  );

/** What JVMs were started with: flags that all of them had, and those of some cases. */
function flagsOf(run) {
  const jvms = run?.jvms ?? [];
  const own = (flag) => jvms.filter(({ jvmArgs }) => jvmArgs.includes(flag));
  const all = [...new Set(jvms.flatMap(({ jvmArgs }) => jvmArgs))];
  return {
    common: all.filter((flag) => own(flag).length === jvms.length),
    special: all.filter((flag) => own(flag).length < jvms.length).map((flag) => ({ flag, of: own(flag) })),
  };
}

function jvmLines({ run, rows }) {
  const [jvm] = run?.jvms ?? [];
  if (!jvm) return html`<dd>JMH starts a new JVM for every fork; its flags are shown when the run has finished.</dd>`;
  const { common, special } = flagsOf(run);
  const label = (key) => rows.find((row) => row.key === key)?.label ?? key;
  return html`<dd>${jvm.vmName} ${jvm.vmVersion}, a new one started by ${term("jmh", "JMH")}
      ${run.jmhVersion ?? ""} for every ${term("fork", "fork")}</dd>
    <dd>${common.map((flag) => html`<code>${flag}</code> `)}</dd>
    ${special.map(({ flag, of }) => html`<dd><code>${flag}</code> for ${of.map(({ key }) => label(key)).join(", ")}</dd>`)}`;
}

function iterationsOf(rows) {
  const measured = rows.filter((row) => row.samples.length > 0);
  if (measured.length === 0) return nothing;
  const warm = perRound(measured, "warmup");
  const counted = perRound(measured, "measure");
  return html`<dd>${some(measured.map((row) => row.time?.forks ?? 1), "JVM")} for each case; in each
    ${some(warm, "iteration")} of ${term("warm-up", "warm-up")}, until the times had settled, and ${some(counted, "iteration")} that count</dd>`;
}

function blasLines(machine) {
  const { blas, noBlasBecause } = machine ?? {};
  if (blas) {
    const kernel = blas.config?.match(/\b(?!DYNAMIC_ARCH|NO_AFFINITY)([A-Z][a-z]\w+)\b/)?.[1];
    return html`<dd>${blas.name} ${blas.version}, ${plural(blas.threads, "thread")} by default${
      kernel ? `, kernels for ${kernel}` : ""
    }; a benchmark sets its own number of threads</dd>`;
  }
  return noBlasBecause ? html`<dd>none, because ${noBlasBecause}</dd>` : nothing;
}

const ofEdits = (rows) =>
  rows.some(({ variant }) => variant.endsWith(EDIT)) ? " The ratio of an edit to its original has 99 %." : "";

export function view(of) {
  const { experiment, rows, run, settings, machine } = of;
  const effort = effortOf(experiment, run?.settings ?? settings);
  const { forks, leastForks = forks, target, label } = effort;
  const cpu = run?.machine ?? machine;
  const usesBlas = experiment.variants.some(({ label: name, id }) => /blas/i.test(`${name} ${id}`));
  return html`<section class="method" aria-label=${`How it was measured: ${experiment.title}`}>
    <dl>
      <div><dt>JVM and flags</dt>${jvmLines(of)}</div>
      <div><dt>Forks and ${term("iteration", "iterations")}</dt>${iterationsOf(rows)}
        <dd>${label}: ${leastForks === forks ? plural(forks, "JVM") : `${leastForks} to ${plural(forks, "JVM")}`} for a case,
          until its interval is within ${count(target * 100)} % of the median</dd></div>
      <div><dt>Order</dt>
        <dd>The claim’s cases come first. In every round each case has its turn once, in random
          order${run?.seed === undefined || run?.seed === null ? "" : ` (seed ${run.seed})`}, so that no case always
          follows the same one.</dd></div>
      <div><dt>${term("interval", "Interval")}</dt>
        <dd>95 %, from the ${term("median", "medians")} of the JVMs by Student’s t on their
          logarithms. With few JVMs, their scatter is estimated from the other cases, too, and from what is usual: 3 % on
          one thread, 6 % on several, 30 % from cold.${ofEdits(rows)}</dd></div>
      <div><dt>${term("light", "Light")}</dt>
        <dd>Green if nothing disturbed it. Amber or red for an interval that leaves the claim open, JVMs that disagree, times that
          drift or had not settled, other programs, a host that took the processor away, a ${term("garbage-collection", "collection of garbage")}, or a timer too coarse.</dd></div>
      <div><dt>“No clear difference”</dt>
        <dd>The interval of the ratio comes within 3 % of 1, or a light is red.</dd></div>
      <div><dt>Check</dt>
        <dd>Every case’s output is compared with the ${term("baseline", "baseline")}’s, in its own JVM, outside of the timed calls.</dd></div>
      ${
        cpu
          ? html`<div><dt>Machine</dt><dd>${cpu.cpuModel}, ${plural(cpu.usableCpus, "processor")}, ${cpu.simdBits} bit vectors,
              ${cpu.os}</dd></div>`
          : nothing
      }
      ${usesBlas && cpu ? html`<div><dt>${term("blas", "BLAS")}</dt>${blasLines(cpu)}</div>` : nothing}
    </dl>
  </section>`;
}
