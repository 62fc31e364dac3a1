// Small arithmetic for the reports of the search benchmarks.

/** A generator of chance that gives the same every time (mulberry32): a number from 0 up to 1. */
export function chance(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The value below which a share of the numbers lies (nearest rank). */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN;
}

/** The arithmetic mean. */
export function mean(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** A share with three places, cut and not rounded: 1.000 is all of them. */
export function share(value) {
  return Number.isNaN(value) ? "–" : (Math.floor(value * 1000 + 1e-9) / 1000).toFixed(3);
}

/** Bytes in kB, with as many places as say something. */
export function kilobytes(bytes) {
  const kb = bytes / 1000;
  return kb >= 100 ? Math.round(kb).toLocaleString("en") : kb.toFixed(1);
}

/** Least squares through `log y = log a + b log x`: `{ a, b, r2 }`. */
export function powerLaw(points) {
  const fit = line(points.map(([x, y]) => [Math.log(x), Math.log(y)]));
  return { a: Math.exp(fit.a), b: fit.b, r2: fit.r2 };
}

/** Least squares through `y = a + b x`: `{ a, b, r2 }`. */
export function line(points) {
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const sxx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const sxy = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  const syy = points.reduce((sum, [, y]) => sum + (y - my) ** 2, 0);
  const b = sxx === 0 ? 0 : sxy / sxx;
  return { a: my - b * mx, b, r2: syy === 0 || sxx === 0 ? 1 : (sxy * sxy) / (sxx * syy) };
}
