// Speedup over a parameter as a Chart.js configuration. Pure, like the other charts.
import { chartOf, placesAxis, valueAxis } from "../charts/chart-axes.js";
import { lineStyle, plainLine, tooltip } from "../charts/chart-data.js";
import { speedupInWords, tickRatio } from "../base/format.js";
import { valueInWords } from "./sweep-lines.js";

/** A line per case over the values of the parameter, the line of equal speed, and the claim's break-evens. */
export function overParamChart({ param, values, lines }, palette) {
  const logarithmic = param.scale !== "linear" && !param.choices;
  const [least, most] = [values[0], values.at(-1)];
  const beside = logarithmic ? 1.06 : (most - least) * 0.03;
  const ends = logarithmic ? [least / beside, most * beside] : [least - beside, most + beside];
  const speedups = lines.flatMap(({ points }) => points.flatMap(({ speedup: { low, high } }) => [low, high]));
  const measured = lines.map(({ name, hue, pool, points }) => ({
    label: name,
    points,
    data: points.map(({ at, speedup }) => ({ x: at, y: speedup.value })),
    intervals: points.map(({ speedup }) => speedup),
    ...lineStyle({ hue, pool }, points.length, palette),
  }));
  const equal = plainLine(ends.map((x) => ({ x, y: 1 })), palette, { label: "equal speed" });
  const breakEvens = (lines[0]?.breakEvens ?? []).filter(({ at }) => at != null);
  return chartOf("line", [...measured, equal], {
    scales: {
      x: placesAxis(palette, [param.label, param.unit].filter(Boolean).join(", "), values, {
        type: logarithmic ? "logarithmic" : "linear",
        min: ends[0],
        max: ends[1],
        ticks: {
          autoSkip: true,
          maxRotation: 0,
          callback: (value) => valueInWords({ ...param, unit: "" }, value),
        },
      }),
      y: valueAxis(palette, [1, ...speedups], { log: true, say: tickRatio }),
    },
    plugins: {
      tooltip: tooltip(
        ({ dataset, dataIndex }) =>
          `${dataset.label}, ${valueInWords(param, dataset.points?.[dataIndex].at)}: ` +
          speedupInWords(dataset.points?.[dataIndex].speedup),
      ),
      marks: { lines: breakEvens.map(({ at }) => ({ at, label: "break-even", dashed: true })) },
    },
  });
}
