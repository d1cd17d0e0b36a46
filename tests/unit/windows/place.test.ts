import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Place, placeWindow, type Rect, smallest } from '../../../src-main/windows/place.ts';

const laptop: Rect = { x: 0, y: 25, width: 1440, height: 875 };
const right: Rect = { x: 1440, y: 0, width: 1920, height: 1040 };
const left: Rect = { x: -1920, y: -200, width: 1920, height: 1080 };

const place = (x: number, y: number, width = 1000, height = 700): Place => ({
  x,
  y,
  width,
  height,
  state: 'normal',
});
const bounds = ({ x, y, width, height }: Place): number[] => [x, y, width, height];

describe('placeWindow', () => {
  test('the first window of a profile stands in the middle of the primary screen', () => {
    expect(bounds(placeWindow(null, [laptop, right]))).toEqual([80, 63, 1280, 800]);
    // No larger than a small screen.
    expect(bounds(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }]))).toEqual([0, 0, 1024, 700]);
  });

  test.each<[string, Place, readonly [Rect, ...Rect[]], number[]]>([
    ['stays where all of it is in view', place(100, 100), [laptop], [100, 100, 1000, 700]],
    ['stays on another screen', place(1500, 50), [laptop, right], [1500, 50, 1000, 700]],
    ['stays left of and above the primary one', place(-1900, -180), [laptop, left], [-1900, -180, 1000, 700]],
    ['stays across two screens', place(940, 100), [laptop, right], [940, 100, 1000, 700]],
    ['comes to the primary one from a screen that is gone', place(1500, 50), [laptop], [220, 113, 1000, 700]],
    ['moves by the least that shows all of it', place(1300, 600), [laptop], [440, 200, 1000, 700]],
    ['goes where most of it is', place(1300, 900), [laptop, right], [1440, 340, 1000, 700]],
    ['shrinks to the screen', place(0, 0, 3000, 2000), [laptop], [0, 25, 1440, 875]],
    ['grows to the smallest size', place(100, 100, 10, 10), [laptop], [100, 100, 900, 600]],
  ])('a window %s', (_says, saved, areas, expected) => {
    expect(bounds(placeWindow(saved, areas))).toEqual(expected);
  });

  test.each(['maximised', 'full-screen'] as const)('keeps that it was %s', state => {
    expect(placeWindow({ ...place(9000, 9000), state }, [laptop]).state).toBe(state);
    expect(placeWindow({ ...place(100, 100), state }, [laptop]).state).toBe(state);
  });

  const int = fc.integer({ min: -5000, max: 5000 });
  const area = fc.record({
    x: int,
    y: int,
    width: fc.integer({ min: smallest.width, max: 4000 }),
    height: fc.integer({ min: smallest.height, max: 3000 }),
  });
  const saved = fc.record({
    x: int,
    y: int,
    width: fc.integer({ min: 1, max: 6000 }),
    height: fc.integer({ min: 1, max: 6000 }),
    state: fc.constantFrom('normal' as const, 'maximised' as const, 'full-screen' as const),
  });

  test('on one screen all of a window is in view, and placing it again moves nothing', () => {
    fc.assert(
      fc.property(fc.option(saved), area, (was, screen) => {
        const now = placeWindow(was, [screen]);
        expect(now.x).toBeGreaterThanOrEqual(screen.x);
        expect(now.y).toBeGreaterThanOrEqual(screen.y);
        expect(now.x + now.width).toBeLessThanOrEqual(screen.x + screen.width);
        expect(now.y + now.height).toBeLessThanOrEqual(screen.y + screen.height);
        expect(placeWindow(now, [screen])).toEqual(now);
      }),
    );
  });
});
