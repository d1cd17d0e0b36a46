import { formatCount } from '../wording.ts';
import type { Share } from './share.ts';

/** Keeps a figure and its unit in one line. */
const noBreak = '\u00a0';

/** What was counted, in percent: `92 %`; a dash of nothing. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}${noBreak}%`;
}

/** A share with what it rests on: `92 % of 50`. */
export function percentOf({ share, of }: Share): string {
  return of === 0 ? '–' : `${percent(share)} of ${formatCount(of)}`;
}

/** The interval of a share: `79–96 %`; a dash of nothing. */
export function percentRange({ low, high, of }: Share): string {
  return of === 0 ? '–' : `${Math.round(low * 100)}–${percent(high)}`;
}

/** A stretch of time in words: `less than a minute`, `34 minutes`, `11 hours`. */
export function formatTime(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  const [value, unit] = minutes < 100 ? [Math.round(minutes), 'minute'] : [Math.round(minutes / 60), 'hour'];
  return `${formatCount(value)} ${unit}${value === 1 ? '' : 's'}`;
}

/** An hour of the clock: `07:00`. */
export function formatHour(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

/** Marks of an axis of shares, up to 1 from below `lowest`: a tenth apart, or a fifth where there would be many. */
export function listMarks(lowest: number): number[] {
  const first = Math.min(9, Math.floor(lowest * 10));
  const step = first < 5 ? 2 : 1;
  const start = first - ((10 - first) % step);
  return Array.from({ length: (10 - start) / step + 1 }, (_, index) => (start + index * step) / 10);
}
