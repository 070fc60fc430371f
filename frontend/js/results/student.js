// Student's distribution, as far as JMH's 99.9 % interval needs it. Pure.

/** The normal quantile of 0.9995. */
const NORMAL = 3.2905267314919255;
const TWO_TAILS = 0.001;

/**
 * The quantile of 0.9995 for so many degrees of freedom: what a 99.9 % interval of a mean spans to each side, in
 * standard errors. G. W. Hill, "Algorithm 396: Student's t-quantiles", CACM 13 (1970) 619-620.
 */
export function quantile9995(freedom) {
  const n = freedom;
  if (!(n >= 1)) return NaN;
  if (n === 1) return 1 / Math.tan((TWO_TAILS * Math.PI) / 2);
  if (n === 2) return Math.sqrt(2 / (TWO_TAILS * (2 - TWO_TAILS)) - 2);
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  let y = (d * TWO_TAILS) ** (2 / n);
  if (y > 0.05 + a) {
    const x = -NORMAL;
    y = x * x;
    if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    y =
      ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) * ((n + 1) / (n + 2)) +
      1 / y;
  }
  return Math.sqrt(n * y);
}
