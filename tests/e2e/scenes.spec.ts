import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { screenOrder } from '../../src-shared/ipc/commands.ts';
import { expect, test } from '../helpers/app-test.ts';
import { listOverflowing, sizeWindow } from '../helpers/layout.ts';
import { scenes } from '../helpers/scenes/scenes.ts';
import { listSmallTargets } from '../helpers/targets.ts';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const small = { width: 900, height: 600 };
const usual = { width: 1280, height: 800 };

/** The appearances beside the usual one, as the document carries them; high contrast is looked at in the long run. */
const appearances = [
  { theme: 'dark', contrast: 'usual' },
  { theme: 'dark', contrast: 'high' },
  { theme: 'light', contrast: 'high' },
] as const;

/** What axe finds wrong with the page, in a line each. */
async function listViolations(page: Page): Promise<string[]> {
  return tellViolations(
    await page.evaluate<AxeResults, string[]>(
      tags =>
        Reflect.get(window, 'axe').run(document, {
          resultTypes: ['violations'],
          runOnly: { type: 'tag', values: tags },
        }),
      wcag,
    ),
  );
}

/** What axe finds hard to see in each of the other appearances, in a line each. */
async function listFaint(page: Page): Promise<string[]> {
  const found: string[] = [];
  const isLong = test.info().project.name === 'long';
  for (const appearance of appearances.filter(({ contrast }) => isLong || contrast === 'usual')) {
    const results = await page.evaluate<AxeResults, (typeof appearances)[number]>(async wanted => {
      const { dataset } = document.documentElement;
      const { theme, contrast } = dataset;
      Object.assign(dataset, wanted);
      const seen = await Reflect.get(window, 'axe').run(document, {
        resultTypes: ['violations'],
        runOnly: { type: 'rule', values: ['color-contrast'] },
      });
      Object.assign(dataset, { theme, contrast });
      return seen;
    }, appearance);
    found.push(
      ...tellViolations(results).map(line => `${appearance.theme}, ${appearance.contrast}: ${line}`),
    );
  }
  return found;
}

function tellViolations({ violations }: AxeResults): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${target.join(' ')} ${failureSummary.split('\n')[1]?.trim()}`,
    ),
  );
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
    // A way through a dozen states takes long where others work beside it.
    test.setTimeout(180_000);
    const app = await launch(scene.prepare());
    const { page, electron } = app;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(axeSource);
    const found: Record<string, string[]> = {};
    for (const { name, go } of scene.states) {
      await go(page, app);
      const violations = await listViolations(page);
      const moving = await page.evaluate(() => document.getAnimations().length);
      if (moving > 0) violations.push(`${moving} animations, though reduced motion was asked for`);
      violations.push(...(await listFaint(page)));
      violations.push(...(await listSmallTargets(page)).map(line => `small to the pointer: ${line}`));
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
