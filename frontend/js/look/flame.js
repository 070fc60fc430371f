// The calls of a profile: as bars of a flame graph, as a table, and as a file for speedscope. Pure.

const LEAST_SHARE = 0.03;
const LEAST_LEAVES = 3;

/** The bars `{ name, depth, from, to, share }` of a tree of calls, from 0 to 1, those that are called under their callers. */
export function bars(call, depth = 0, from = 0) {
  let at = from;
  const own = { name: call.name, depth, from, to: from + call.share, share: call.share };
  const under = (call.calls ?? []).flatMap((one) => {
    const its = bars(one, depth + 1, at);
    at += one.share;
    return its;
  });
  return [own, ...under];
}

/** Every method with the time in it alone and with what it calls, `[{ name, own, whole }]`, the busiest first. */
export function methods(call) {
  const found = new Map();
  const visit = ({ name, share, calls = [] }, above) => {
    const own = share - calls.reduce((sum, one) => sum + one.share, 0);
    const known = found.get(name) ?? { name, own: 0, whole: 0 };
    known.own += own;
    if (!above.has(name)) known.whole += share;
    found.set(name, known);
    calls.forEach((one) => visit(one, new Set([...above, name])));
  };
  (call.calls ?? []).forEach((one) => visit(one, new Set()));
  return [...found.values()].sort((a, b) => b.own - a.own);
}

/** Whether a flame graph shows more than one bar would. */
export const isDeep = (call) => methods(call).filter(({ own }) => own >= LEAST_SHARE).length >= LEAST_LEAVES;

/** The samples in speedscope's file format, https://www.speedscope.app/file-format-schema.json: one profile per thread. */
export function speedscope(name, { stack, threads, samples }) {
  const frames = [];
  const indices = new Map();
  const frame = (method) => {
    if (!indices.has(method)) indices.set(method, frames.push({ name: method }) - 1);
    return indices.get(method);
  };
  const profileOf = (title, root) => {
    const stacks = [];
    const weights = [];
    const visit = ({ share, calls = [] }, above) => {
      const own = share - calls.reduce((sum, one) => sum + one.share, 0);
      if (own > 1e-6 && above.length > 0) {
        stacks.push(above);
        weights.push(Math.max(1, Math.round(own * samples)));
      }
      calls.forEach((one) => visit(one, [...above, frame(one.name)]));
    };
    visit(root, []);
    const endValue = weights.reduce((sum, one) => sum + one, 0);
    return { type: "sampled", name: title, unit: "none", startValue: 0, endValue, samples: stacks, weights };
  };
  const profiles = [
    profileOf("all threads", stack),
    ...threads.filter((one) => one.stack).map((one) => profileOf(one.name, one.stack)),
  ];
  return {
    $schema: "https://www.speedscope.app/file-format-schema.json",
    name,
    exporter: "Lanes",
    shared: { frames },
    profiles,
  };
}
