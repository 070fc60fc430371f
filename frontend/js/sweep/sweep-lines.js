// A sweep over a parameter: what it will measure, what it has measured so far, and its rows. Pure.
import { claimKey, referenceKey } from "../answer/claim.js";
import { caseRows } from "../answer/results.js";
import { tableBy } from "../elements/columns.js";
import { count, ratioInWords } from "../base/format.js";
import { chosenCases, secondsOfCases } from "../base/settings.js";

/** The key of a case without its value. */
export const lineOf = (key) => key.split("@")[0];

/** "64 rows", or the name that the number stands for. */
export function valueInWords({ choices, unit }, value) {
  return choices?.find((choice) => choice.value === value)?.label ?? `${count(value)} ${unit ?? ""}`.trim();
}

/** A value as it is typed: the number, or the name that it stands for. */
export const nameOfValue = ({ choices }, value) =>
  choices?.find((choice) => choice.value === value)?.label ?? String(value);

/** The values of a text, ascending and each once; NaN for what is none. */
export function valuesIn(text, { choices }) {
  const named = (part) => choices?.find(({ label }) => label.toLowerCase() === part.toLowerCase());
  const read = (part) => named(part)?.value ?? Number(part);
  const parts = text.split(choices ? /[,;]/ : /[\s,;]+/).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean).map(read))].sort((a, b) => a - b);
}

/** The parameter that a sweep is over. */
export const paramOf = (experiment, sweep) => experiment.params.find(({ name }) => name === sweep.param);

/** "Chunk per worker, platform 2". */
export function nameOf(experiment, { variant, pool, workers }) {
  const { label } = experiment.variants.find(({ id }) => id === variant);
  return pool === "sequential" ? label : `${label}, ${pool} ${workers}`;
}

/** The sweep of a parameter that a visitor begins: at the server's values, and besides the claim's cases the best case
 * of the last run, or else the claim's with a worker for each core. Undefined, and so no sweep, if it is swept already. */
export function sweepOf(experiment, settings, run, { name, sweep: values }, machine) {
  if (settings.sweep?.param === name) return undefined;
  const cases = chosenCases(experiment, settings);
  const perCore = { claim: { ...experiment.claim, againstCores: true } };
  const best = lineOf(run?.verdict?.best?.key ?? referenceKey(perCore, cases, machine) ?? "");
  const also = cases.some(({ key }) => key === best) ? [best] : null;
  return { param: name, values, ...(also && { also }) };
}

/** The cases that are measured at every value, and how long that takes at most. An interpreted one is measured once. */
export function plannedLines(experiment, settings, machine) {
  const cases = chosenCases(experiment, settings);
  const { baselineVariant, yardstickVariant, againstVariant, againstCores } = experiment.claim;
  const about = claimKey(experiment, cases);
  const references = againstCores
    ? [referenceKey(experiment, cases, machine)]
    : cases
        .filter(({ variant }) => [baselineVariant, yardstickVariant, againstVariant].includes(variant))
        .map(({ key }) => key);
  const keys = new Set([about, ...references, ...(settings.sweep.also ?? [])]);
  const lines = cases.filter(({ key }) => keys.has(key));
  const timesOf = (execution) => (execution === "interpreted" ? 1 : settings.sweep.values.length);
  const seconds = secondsOfCases(experiment, settings, lines, timesOf);
  return { lines, seconds };
}

/** The rows of all values of a run, each with its value `at`, and with it in its label; those of a run without a sweep
 * as they are. */
export function allRows(experiment, settings, run) {
  const sweep = run?.request?.sweep;
  if (!sweep) return caseRows(experiment, settings, run);
  const param = paramOf(experiment, sweep);
  return sweep.values.flatMap((at) => {
    const request = { ...run.request, params: { ...run.request.params, [sweep.param]: at } };
    return caseRows(experiment, settings, { ...run, request }).map((row) => ({
      ...row,
      at,
      label: `${row.label}, ${valueInWords(param, at)}`,
    }));
  });
}

/**
 * What is known of each case over the parameter: `{ key, name, variant, pool, points: [{ at, speedup }], breakEvens,
 * text }`. While the run goes on, the ratios to the yardstick or the baseline, and no words.
 */
export function sweptLines(experiment, run) {
  const known = run.swept?.lines;
  const cases = Map.groupBy(run.cases, ({ key }) => lineOf(key));
  const { baselineVariant, yardstickVariant } = experiment.claim;
  const lines = known ?? [...cases.keys()].map((key) => ({ key, breakEvens: [], text: null }));
  return lines
    .map((line) => {
      const own = cases.get(line.key);
      const { variant, pool } = own[0];
      return {
        name: nameOf(experiment, own[0]),
        ...{ variant, pool },
        points: own
          .map(({ at, speedup, speedupOverYardstick }) => ({ at, speedup: speedupOverYardstick ?? speedup }))
          .filter(({ speedup }) => speedup),
        ...line,
      };
    })
    .filter(({ variant, points }) => {
      const reference = !known && [baselineVariant, yardstickVariant].includes(variant);
      return points.length > 0 && !reference;
    });
}

/** The same as a table: a row for each value, a column for each case. */
export function sweepTable(param, lines) {
  const values = [...new Set(lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  const speedupAt = (points, at) => points.find((point) => point.at === at)?.speedup;
  return tableBy(values, [
    [param.label, (at) => valueInWords(param, at)],
    ...lines.map(({ name, points }) => [name, (at) => ratioInWords(speedupAt(points, at))]),
  ]);
}
