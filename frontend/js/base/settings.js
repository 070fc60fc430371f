// What a visitor can choose for an experiment, and what follows from it. Pure.

import { count } from "./format.js";

const POOL_NAMES = { platform: "platform threads", virtual: "virtual threads" };

export const poolName = (pool) => POOL_NAMES[pool] ?? pool;

/** The ids of the variants that this machine can run. */
export const availableOf = ({ variants }) => variants.filter(({ available }) => available).map(({ id }) => id);

/** The settings an experiment starts with. */
export function defaultSettings(experiment) {
  return {
    params: Object.fromEntries(experiment.params.map((param) => [param.name, param.default])),
    variants: availableOf(experiment),
    pools: [...experiment.pools],
    workers: [...(experiment.workers?.default ?? [])],
    effort: experiment.efforts[0].id,
    machine: experiment.machine,
  };
}

/** How the card shows an experiment: the two codes, the axis of times, the case whose operation is drawn, and the view
 * that was opened, "none" if it was closed, or null while none was chosen. */
export function defaultView(experiment) {
  const { baselineVariant, claimVariant } = experiment.claim;
  return { left: baselineVariant, right: claimVariant, axis: "linear", timeline: null, open: null };
}

/** The cases that a run of these settings measures, in the order of variants, pools and workers. */
export function chosenCases(experiment, settings) {
  const variants = experiment.variants.filter((variant) => settings.variants.includes(variant.id));
  return variants.flatMap((variant) => {
    if (!variant.pooled) return [{ key: variant.id, variant: variant.id, pool: "sequential", workers: 1 }];
    return settings.pools.flatMap((pool) =>
      settings.workers.map((workers) => ({
        key: `${variant.id}/${pool}/${workers}`,
        variant: variant.id,
        pool,
        workers,
      })),
    );
  });
}

export function effortOf(experiment, settings) {
  return experiment.efforts.find((effort) => effort.id === settings.effort) ?? experiment.efforts[0];
}

/**
 * What these cases take at most: each costs what its way to run costs.
 *
 * @param timesOf how often a case is measured, by its way to run
 */
export function secondsOfCases(experiment, settings, cases, timesOf = () => 1) {
  const { secondsPerCase, secondsPerCaseBy = {}, secondsForTheClaim = 0 } = effortOf(experiment, settings);
  return cases
    .map(({ variant }) => experiment.variants.find(({ id }) => id === variant).execution)
    .reduce((sum, way) => sum + timesOf(way) * (secondsPerCaseBy[way] ?? secondsPerCase), secondsForTheClaim);
}

/** What a run of these settings takes at most. */
export const estimateSeconds = (experiment, settings) =>
  secondsOfCases(experiment, settings, chosenCases(experiment, settings));

const span = ({ min, max }) => `${count(min)} to ${count(max)}`;

const listed = (choices) => choices.map(({ label }) => label).join(", ");

/** "512 to 8,192 rows and columns", or "waiting, busy". */
export function rangeText(param) {
  if (param.choices) return listed(param.choices);
  return param.unit ? `${span(param)} ${param.unit}` : span(param);
}

/** The variants that this machine cannot run. */
export const unavailable = (experiment) => experiment.variants.filter((variant) => !variant.available);

/** "512 bit cannot run here: it needs vectors of 512 bits, and this machine has 256." */
export const whyUnavailable = ({ label, unavailableBecause }) => `${label} cannot run here: ${unavailableBecause}.`;

/** What is wrong with the settings, by field; empty when they can be measured. */
export function faults(experiment, settings) {
  const found = {};
  for (const param of experiment.params) {
    const value = settings.params[param.name];
    const offered = !param.choices || param.choices.some((choice) => choice.value === value);
    if (!offered) found[param.name] = `Must be one of ${listed(param.choices)}.`;
    else if (!Number.isInteger(value)) found[param.name] = "Must be a whole number.";
    else if (value < param.min || value > param.max) found[param.name] = `Must be from ${span(param)}.`;
  }
  if (settings.variants.length === 0) found.variants = "Choose at least one variant.";
  const lacking = unavailable(experiment).find(({ id }) => settings.variants.includes(id));
  if (lacking) found.variants = whyUnavailable(lacking);
  const pooled = experiment.variants.some((variant) => variant.pooled && settings.variants.includes(variant.id));
  if (pooled && settings.pools.length === 0) found.pools = "Choose at least one kind of thread.";
  if (pooled && settings.workers.length === 0) found.workers = "Choose at least one number of workers.";
  return found;
}

/** The stops of a parameter's slider, evenly spaced on its scale, both ends and the default included. */
export function sliderStops({ min, max, default: start, scale }) {
  const stops = new Set([min, start, max]);
  if (scale === "log2") {
    for (let stop = 1; stop <= max; stop *= 2) if (stop >= min) stops.add(stop);
  } else if (scale === "log10") {
    for (let decade = 1; decade <= max; decade *= 10) {
      for (const stop of [decade, 2 * decade, 5 * decade]) if (stop >= min && stop <= max) stops.add(stop);
    }
  } else {
    const step = Math.max(1, Math.round((max - min) / 100));
    for (let stop = min; stop <= max; stop += step) stops.add(stop);
  }
  return [...stops].sort((a, b) => a - b);
}

/** The place of the stop nearest to a value. */
export function nearestStop(stops, value) {
  const distances = stops.map((stop) => Math.abs(stop - value));
  return distances.indexOf(Math.min(...distances));
}

/** The body of `POST /api/runs`. */
export function runRequest(experiment, settings) {
  const pooled = experiment.pools.length > 0;
  return {
    experiment: experiment.id,
    params: settings.params,
    variants: settings.variants,
    ...(pooled ? { pools: settings.pools, workers: settings.workers } : {}),
    effort: settings.effort,
    ...(settings.machine && { machine: settings.machine }),
    ...(settings.sweep && { sweep: settings.sweep }),
  };
}

/** The settings that a run was started with; what its request leaves out has its default. */
export function settingsOf(experiment, request) {
  const defaults = defaultSettings(experiment);
  return {
    params: { ...defaults.params, ...request.params },
    variants: request.variants ?? defaults.variants,
    pools: request.pools ?? defaults.pools,
    workers: request.workers ?? defaults.workers,
    effort: request.effort ?? defaults.effort,
    machine: request.machine ?? defaults.machine,
    ...(request.sweep && { sweep: request.sweep }),
  };
}

const inOrder = (values) => [...values].map(String).sort();

/** Whether two settings measure the same. */
export function sameSettings(a, b) {
  const essence = ({ params, variants, pools, workers, effort, sweep, machine }) =>
    JSON.stringify([Object.entries(params).sort(), ...[variants, pools, workers].map(inOrder), effort, sweep, machine]);
  return essence(a) === essence(b);
}
