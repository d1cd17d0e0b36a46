import { z } from 'zod';

/** A rectangle of the desktop, in device-independent pixels. */
export type Rect = { x: number; y: number; width: number; height: number };

/** The smallest window that every screen of Baseline fits into. */
export const smallest = { width: 900, height: 600 } as const;

/** The first window of a profile. */
const usual = { width: 1280, height: 800 } as const;

const coordinate = z.number().int().min(-100_000).max(100_000);
const extent = z.number().int().min(1).max(100_000);

/** Where a window was: its bounds while it is neither maximised nor on the full screen, and which of them it was. */
export const placeSchema = z.object({
  x: coordinate,
  y: coordinate,
  width: extent,
  height: extent,
  state: z.enum(['normal', 'maximised', 'full-screen']),
});
export type Place = z.infer<typeof placeSchema>;

/**
 * Where a window opens. `areas` are the work areas of the screens there are, the primary one first. A place that is
 * wholly in view, on one screen or across several, stays. Any other is brought into the screen that shows most of it,
 * or into the primary one where none does. Without a place, the usual size in the middle of the primary screen.
 */
export function placeWindow(saved: Place | null, areas: readonly [Rect, ...Rect[]]): Place {
  const [primary] = areas;
  if (saved === null) return { ...centre(usual, primary), state: 'normal' };
  const sized = {
    ...saved,
    width: Math.max(saved.width, smallest.width),
    height: Math.max(saved.height, smallest.height),
  };
  const shown = areas.map(area => ({ area, pixels: overlap(sized, area) }));
  const inView = shown.reduce((sum, { pixels }) => sum + pixels, 0);
  if (inView >= sized.width * sized.height) return sized;
  const best = shown.reduce((most, next) => (next.pixels > most.pixels ? next : most));
  if (best.pixels === 0) return { ...centre(sized, primary), state: saved.state };
  return { ...bringInto(sized, best.area), state: saved.state };
}

function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** No larger than the area, but never smaller than the smallest. */
function limitSize(size: { width: number; height: number }, area: Rect): { width: number; height: number } {
  return {
    width: Math.max(smallest.width, Math.min(size.width, area.width)),
    height: Math.max(smallest.height, Math.min(size.height, area.height)),
  };
}

function centre(size: { width: number; height: number }, area: Rect): Rect {
  const { width, height } = limitSize(size, area);
  return bringInto(
    {
      x: area.x + Math.round((area.width - width) / 2),
      y: area.y + Math.round((area.height - height) / 2),
      width,
      height,
    },
    area,
  );
}

/** Moved by the least that shows all of it; where it cannot fit, its upper left corner is in view. */
function bringInto(rect: Rect, area: Rect): Rect {
  const { width, height } = limitSize(rect, area);
  return {
    x: Math.max(area.x, Math.min(rect.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(rect.y, area.y + area.height - height)),
    width,
    height,
  };
}
