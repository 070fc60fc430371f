// The recorded results that come with Lanes, for what this server cannot measure now.
import * as api from "../base/api.js";

let machines = null;

const same = (one, other) => one?.architecture === other?.architecture && one?.usableCpus === other?.usableCpus;

/**
 * The recorded result of an experiment, from the first machine that has one: `{ ref, result }`; null where none has.
 *
 * @param like a machine; one with as many processors of its architecture comes before all others
 */
export async function recordedOf(id, like) {
  machines ??= api.recorded();
  const all = await machines.catch(() => {
    machines = null; // asked again by the next card
    return [];
  });
  const having = all.filter(({ experiments }) => experiments.some((one) => one.id === id));
  const machine = having.find((one) => same(one.machine, like)) ?? having[0];
  const result = machine ? await api.recordedResult(machine.id, id).catch(() => null) : null;
  return result && { ref: `recorded:${machine.id}/${id}`, result };
}
