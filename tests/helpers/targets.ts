import type { Page } from '@playwright/test';

/**
 * What can be pressed and is less than 24 by 24 CSS pixels to the pointer (WCAG 2.2, 2.5.8), by name; nothing, if all
 * is well. What the pointer finds counts and not what is drawn. A target with a label is as large as both.
 */
export function listSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 24;
    const { scrollX, scrollY } = window;
    const within = document.querySelector('dialog[open]') ?? document;
    const found: string[] = [];
    const selector = 'button, a[href], input, select, textarea, summary, [role="option"]';
    for (const target of within.querySelectorAll<HTMLElement>(selector)) {
      if (!target.checkVisibility() || target.matches(':disabled, .visually-hidden')) continue;
      const place = target.closest('label') ?? target;
      const { width, height } = place.getBoundingClientRect();
      if (width >= least && height >= least) continue;
      place.scrollIntoView({ block: 'center' });
      const { left, top } = place.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      // A pixel's edge belongs to one of two neighbours.
      const reach = least / 2 - 0.25;
      const holds = (dx: number, dy: number): boolean => {
        const hit = document.elementFromPoint(x + dx, y + dy);
        return hit !== null && (place.contains(hit) || hit.closest('label')?.control === target);
      };
      const isWide = width >= least || (holds(-reach, 0) && holds(reach, 0));
      const isHigh = height >= least || (holds(0, -reach) && holds(0, reach));
      if (isWide && isHigh) continue;
      const name = target.getAttribute('aria-label') ?? target.textContent.trim().slice(0, 40);
      found.push(`${target.tagName} ${target.className} “${name}”: ${width.toFixed()} × ${height.toFixed()}`);
    }
    window.scrollTo(scrollX, scrollY);
    return found;
  });
}
