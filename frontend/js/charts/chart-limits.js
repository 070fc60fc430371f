// The limits of cases as lines in charts that have a line per case. Pure.

/**
 * Marks `{ at, from, to, limit }` for the charts' plugin: neighbours with the same limit share one, and a heading has
 * that of the line below it.
 *
 * @param lines the lines of the chart; a case's `limit` has `ns`, or is null or missing
 * @param place where on the axis a limit in ns is
 */
export function limitMarks(lines, place) {
  const own = (line, at) => (line?.heading ? own(lines[at + 1], at + 1) : (line?.limit?.ns ?? null));
  const marks = [];
  lines.forEach((line, at) => {
    const ns = own(line, at);
    if (ns === null) return;
    const last = marks.at(-1);
    if (last?.ns === ns && last.to === at - 0.5) last.to = at + 0.5;
    else marks.push({ ns, at: place(ns), from: at - 0.5, to: at + 0.5, limit: true });
  });
  return marks;
}

/** What the line is called in a legend: "limit of one core"; empty where there is none. */
export function limitLegend(rows) {
  const workers = [...new Set(rows.filter((row) => row.limit).map((row) => row.limit.workers))];
  if (workers.length === 0) return [];
  const whose = workers.length > 1 ? "the cores used" : workers[0] === 1 ? "one core" : `${workers[0]} cores`;
  return [{ label: `limit of ${whose}`, mark: "limit" }];
}
