/** The value below which this share of the samples lies; NaN of none. */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const high = Math.ceil(place);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

export const median = (samples) => percentile(samples, 0.5);

/** The median of the ratios of rounds that ran side by side, so that a busy minute weighs on both sides. */
export function pairedRatio(numerators, denominators) {
  const ratios = [];
  for (let round = 0; round < Math.min(numerators.length, denominators.length); round++) {
    const ratio = numerators[round] / denominators[round];
    if (Number.isFinite(ratio)) ratios.push(ratio);
  }
  return median(ratios);
}
