import type { Page } from '@playwright/test';

/** A stop of the Tab key: what has the focus, where it is on the page, and whether one sees that it has it. */
export type Stop = {
  /** Names it in a list of faults. */
  name: string;
  /** Its place among all elements of the page. */
  place: number;
  top: number;
  left: number;
  isNamed: boolean;
  isSeen: boolean;
  isMarked: boolean;
};

/** What has the focus now; null where nothing does. */
function readStop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const mark = getComputedStyle(element, '::before');
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
        ? [...(element.labels ?? [])].map(label => label.textContent)
        : [element.textContent];
    const labelled = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
    // Where it stands in what scrolls, which may follow the focus only a frame later.
    let scrolled = 0;
    for (let at = element.parentElement; at; at = at.parentElement) scrolled += at.scrollTop;
    const said = element.getAttribute('aria-label') ?? labelled?.textContent ?? labels.join(' ');
    return {
      name: `${element.tagName} ${said.trim().slice(0, 40)} #${element.id}`,
      place: [...document.querySelectorAll('*')].indexOf(element),
      top: Math.round(box.top + scrolled),
      left: Math.round(box.left),
      isNamed: said.trim() !== '',
      isSeen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      isMarked: style.outlineStyle !== 'none' || mark.borderLeftStyle === 'solid',
    };
  });
}

/** Tabs through all there is, once around: every stop in its order, from the top. Throws where it never comes around. */
export async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  let still = 0;
  const isSame = (one: Stop | undefined, other: Stop): boolean =>
    one?.name === other.name && one.top === other.top;
  for (let n = 0; n < 400; n++) {
    await page.keyboard.press('Tab');
    const stop = await readStop(page);
    if (stop === null) continue;
    // A date has a stop for its day, its month, its year and its calendar; some dialogs have one stop in all.
    if (isSame(stops.at(-1), stop) && ++still < 4) continue;
    still = 0;
    if (isSame(stops[0], stop)) {
      const top = stops.findIndex(({ place }) => place === Math.min(...stops.map(one => one.place)));
      return [...stops.slice(top), ...stops.slice(0, top)];
    }
    stops.push(stop);
  }
  throw new Error('Tab never comes around');
}

/** What is wrong with the stops of a walk, in a line each; nothing, if all is well. */
export function listFaults(stops: readonly Stop[]): string[] {
  const list = (fault: string, of: readonly Stop[]): string[] => of.map(({ name }) => `${fault}: ${name}`);
  return [
    ...list(
      'no name',
      stops.filter(({ isNamed }) => !isNamed),
    ),
    ...list(
      'out of sight',
      stops.filter(({ isSeen }) => !isSeen),
    ),
    ...list(
      'focus that is not seen',
      stops.filter(({ isMarked }) => !isMarked),
    ),
    ...listSteppedBack(stops).map(step => `out of order: ${step}`),
  ];
}

/** Stops that stand before the one they come after: higher up (but in no further column), or on its line and further left. */
function listSteppedBack(stops: readonly Stop[]): string[] {
  // Controls of one line differ a little in height.
  const line = 16;
  return stops.flatMap((stop, n) => {
    const before = stops[n - 1];
    if (!before) return [];
    const isHigher = stop.top < before.top - line && stop.left <= before.left;
    const isLeftOf = Math.abs(stop.top - before.top) <= line && stop.left < before.left;
    return isHigher || isLeftOf ? [`${before.name} → ${stop.name}`] : [];
  });
}
