/** How often something held, with the interval that its true rate lies in; nothing is known of none. */
export type Share = { hits: number; of: number; share: number | null; low: number; high: number };

/** Two-sided 95 % quantile of the normal distribution. */
const z = 1.959964;

/**
 * A count as a share with its 95 % Wilson score interval, which stays within 0 and 1 and holds for small counts
 * and for shares near 1, where the textbook interval fails.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212.
 */
export function tallyShare(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: null, low: 0, high: 1 };
  const share = hits / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const centre = share + (z * z) / (2 * of);
  const scale = 1 + (z * z) / of;
  return {
    hits,
    of,
    share,
    low: hits === 0 ? 0 : (centre - spread) / scale,
    high: hits === of ? 1 : (centre + spread) / scale,
  };
}

/** The share of items for which something holds. */
export function tallyWhere<T>(items: readonly T[], holds: (item: T) => boolean): Share {
  return tallyShare(items.filter(holds).length, items.length);
}

/** The mean; null of none. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
