// Speedup over a parameter as a Chart.js configuration. Pure, like the other charts.
import { valueAxis } from "../charts/chart-axes.js";
import { lineStyle, tooltip } from "../charts/chart-data.js";
import { speedupInWords, tickRatio } from "../base/format.js";
import { valueInWords } from "./sweep-lines.js";


/** A line per case over the values of the parameter, the line of equal speed, and the claim's break-evens. */
export function overParamChart({ param, values, lines }, palette) {
  const logarithmic = param.scale !== "linear" && !param.choices;
  const [least, most] = [values[0], values.at(-1)];
  const beside = logarithmic ? 1.06 : (most - least) * 0.03;
  const ends = logarithmic ? [least / beside, most * beside] : [least - beside, most + beside];
  const speedups = lines.flatMap(({ points }) => points.flatMap(({ speedup: { low, high } }) => [low, high]));
  return {
    type: "line",
    data: {
      datasets: [
        ...lines.map(({ name, hue, pool, points }) => ({
          label: name,
          points,
          data: points.map(({ at, speedup }) => ({ x: at, y: speedup.value })),
          intervals: points.map(({ speedup }) => speedup),
          ...lineStyle({ hue, pool }, points.length, palette),
        })),
        {
          label: "equal speed",
          data: ends.map((x) => ({ x, y: 1 })),
          borderColor: palette.faint,
          borderWidth: 1.5,
          borderDash: [2, 3],
          pointRadius: 0,
          pointHitRadius: 0,
        },
      ],
    },
    options: {
      scales: {
        x: {
          type: logarithmic ? "logarithmic" : "linear",
          min: ends[0],
          max: ends[1],
          border: { display: false },
          grid: { display: false },
          title: { display: true, text: [param.label, param.unit].filter(Boolean).join(", "), color: palette.soft },
          afterBuildTicks: (axis) => {
            axis.ticks = values.map((value) => ({ value }));
          },
          ticks: {
            autoSkip: true,
            maxRotation: 0,
            color: palette.soft,
            callback: (value) => valueInWords({ ...param, unit: "" }, value),
          },
        },
        y: valueAxis(palette, [1, ...speedups], { log: true, say: tickRatio }),
      },
      plugins: {
        tooltip: tooltip(
          ({ dataset, dataIndex }) =>
            `${dataset.label}, ${valueInWords(param, dataset.points?.[dataIndex].at)}: ` +
            speedupInWords(dataset.points?.[dataIndex].speedup),
        ),
        marks: {
          lines: (lines[0]?.breakEvens ?? [])
            .filter(({ at }) => at != null)
            .map(({ at }) => ({ at, label: "break-even", dashed: true })),
        },
      },
    },
  };
}
