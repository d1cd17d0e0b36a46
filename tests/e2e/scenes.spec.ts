import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { screenOrder } from '../../src-shared/ipc/commands.ts';
import { expect, test } from '../helpers/app-test.ts';
import { listOverflowing, sizeWindow } from '../helpers/layout.ts';
import { scenes } from '../helpers/scenes/scenes.ts';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const small = { width: 900, height: 600 };
const usual = { width: 1280, height: 800 };

/** What axe finds wrong with the page, in a line each. */
async function listViolations(page: Page, rules: 'all' | 'colours'): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults, [string[], boolean]>(
    ([tags, all]) =>
      Reflect.get(window, 'axe').run(document, {
        resultTypes: ['violations'],
        runOnly: all ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast'] },
      }),
    [wcag, rules === 'all'],
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${target.join(' ')} ${failureSummary.split('\n')[1]?.trim()}`,
    ),
  );
}

/** What the system asks for reaches the page only with the next drawing: a look before that would see the contrast before. */
async function askForContrast(
  page: Page,
  wanted: 'more' | 'no-preference',
  shown: 'high' | 'usual',
): Promise<void> {
  await page.emulateMedia({ contrast: wanted });
  await expect(page.locator(':root')).toHaveAttribute('data-contrast', shown);
}

test('every screen of the navigation is one of the scenes, and no state is there twice', () => {
  const states = scenes.flatMap(scene => scene.states);
  expect(screenOrder.filter(screen => !states.some(state => state.screen === screen))).toEqual([]);
  expect(new Set(states.map(({ name }) => name)).size).toBe(states.length);
});

for (const scene of scenes) {
  test(`on the way of the ${scene.name} axe finds nothing wrong in any appearance, and nothing is cut off in a small window`, async ({
    launch,
  }) => {
    const app = await launch(scene.prepare());
    const { page, electron } = app;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(axeSource);
    const found: Record<string, string[]> = {};
    for (const { name, screen, go } of scene.states) {
      await go(page, app);
      const violations = await listViolations(page, 'all');
      const moving = await page.evaluate(() => document.getAnimations().length);
      if (moving > 0) violations.push(`${moving} animations, though reduced motion was asked for`);
      await page.emulateMedia({ colorScheme: 'dark' });
      violations.push(...(await listViolations(page, 'colours')).map(line => `dark: ${line}`));
      // Its colours are few and stronger: the screens themselves have all of them.
      if (screen !== undefined) {
        await askForContrast(page, 'more', 'high');
        violations.push(...(await listViolations(page, 'colours')).map(line => `dark, contrast: ${line}`));
        await page.emulateMedia({ colorScheme: 'light' });
        violations.push(...(await listViolations(page, 'colours')).map(line => `contrast: ${line}`));
        await askForContrast(page, 'no-preference', 'usual');
      }
      await page.emulateMedia({ colorScheme: 'light' });
      for (const zoom of [2, 1]) {
        await sizeWindow(electron, page, { ...small, zoom });
        violations.push(...(await listOverflowing(page)).map(line => `cut off at ${zoom * 100} %: ${line}`));
      }
      await sizeWindow(electron, page, { ...usual, zoom: 1 });
      if (violations.length > 0) found[name] = violations;
    }
    expect(found).toEqual({});
  });
}
