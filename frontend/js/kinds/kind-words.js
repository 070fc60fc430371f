// Kinds of machines in words, and settings carried from one to another. Pure.
import { availableOf } from "../base/settings.js";

const STATES = { idle: "idle", measuring: "measuring", updating: "being updated", away: "away" };

/** What a machine does now: "idle", "measuring", "being updated" or "away". */
export const stateInWords = (state) => STATES[state] ?? state;

/** Whether no machine of the kind takes runs; not if nothing is known of its machines yet. */
export const isAway = ({ machines }) =>
  machines !== undefined && machines.every(({ state }) => state === "away" || state === "updating");

/** What a kind's machines do together: what the one does that would take a run first. */
export function kindState({ machines = [] }) {
  return ["idle", "measuring", "updating"].find((state) => machines.some((one) => one.state === state)) ?? "away";
}

/** "2 processors, x86", or "16 processors, ARM (away)". */
export const kindInWords = (kind) => (isAway(kind) ? `${kind.label} (${stateInWords(kindState(kind))})` : kind.label);

/**
 * The settings of an experiment on another kind of machine: what is as usual stays as usual, and what cannot run there
 * is left out.
 *
 * @param before the experiment as it is offered for the machine of these settings
 * @param after as it is offered for the other
 */
export function settingsOn(before, after, settings) {
  const usual = availableOf(before).join() === settings.variants.join();
  const available = availableOf(after);
  const params = after.params.map(({ name, default: standard }) => {
    const value = settings.params[name];
    const old = before.params.find((param) => param.name === name)?.default;
    return [name, value === undefined || value === old ? standard : value];
  });
  const efforts = after.efforts.map(({ id }) => id);
  return {
    ...settings,
    params: Object.fromEntries(params),
    variants: usual ? available : settings.variants.filter((id) => available.includes(id)),
    effort: efforts.includes(settings.effort) ? settings.effort : efforts[0],
    machine: after.machine,
  };
}
