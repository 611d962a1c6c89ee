/** What is reported of many measurements, in their unit. */
export interface Distribution {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly count: number;
}

/** Returns the distribution of measurements; none where there are none. */
export function distributionOf(values: readonly number[]): Distribution | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: values.length };
}

/** Returns the median of a distribution that was read as JSON; null where there is none. */
export function medianOf(value: unknown): number | null {
  const has = typeof value === 'object' && value !== null && 'p50' in value;
  return has && typeof value.p50 === 'number' ? value.p50 : null;
}
