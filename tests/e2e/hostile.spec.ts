import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { writeDeck } from '../helpers/decks.ts';
import { canary, hostileTexts } from '../helpers/hostile.ts';
import { formatHostileDeck, hostileCards } from '../helpers/hostile-deck.ts';
import { prepareProfile } from '../helpers/past.ts';
import { answer, morning, startReview } from '../helpers/review-page.ts';
import { runInMain } from '../helpers/run-in-main.ts';

/** Keeps what the page breaks its policy with, and every element that a hostile text has become more than text in. */
async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const found: string[] = [];
    Reflect.set(globalThis, 'found', found);
    document.addEventListener('securitypolicyviolation', event =>
      found.push(`${event.effectiveDirective}: ${event.blockedURI}`),
    );
    const words = new Set([
      'alt',
      'title',
      'value',
      'aria-label',
      'aria-description',
      'placeholder',
      'content',
    ]);
    const look = (node: Node): void => {
      if (!(node instanceof Element)) return;
      for (const element of [node, ...node.querySelectorAll('*')]) {
        if (element.matches('script, iframe, object, embed, base, meta, link, a[href], [style*="away"]'))
          found.push(element.outerHTML.slice(0, 200));
        for (const { name, value } of element.attributes) {
          if (
            /canary|away\.invalid|javascript:/i.test(value) &&
            !words.has(name) &&
            !name.startsWith('data-')
          )
            found.push(`${element.tagName} ${name}=${value}`.slice(0, 200));
          if (name.startsWith('on')) found.push(`${element.tagName} ${name}`);
        }
      }
    };
    new MutationObserver(records => {
      for (const { addedNodes, target } of records) for (const node of [target, ...addedNodes]) look(node);
    }).observe(document.body, { childList: true, attributes: true, subtree: true });
  });
}

/** Keeps the address of every request that Chromium makes, whether it comes to anything or not. */
async function watchRequests(electron: ElectronApplication): Promise<() => Promise<string[]>> {
  await runInMain(
    electron,
    ({ session }) => {
      const asked: string[] = [];
      Reflect.set(globalThis, 'asked', asked);
      const { webRequest } = session.defaultSession;
      webRequest.onSendHeaders(({ url }) => asked.push(url));
      webRequest.onErrorOccurred(({ url }) => asked.push(url));
    },
    null,
  );
  return () => electron.evaluate(() => Reflect.get(globalThis, 'asked'));
}

const keys: Readonly<Record<string, readonly string[]>> = {
  choice: ['1'],
  scenario: ['1'],
  number: ['1', 'Enter'],
};

test('a hostile deck runs nothing, asks for nothing and leads nowhere', async ({ launch }) => {
  const profile = prepareProfile(
    hostileCards,
    hostileCards.map(({ id = '' }, n) => ({
      card: id,
      rating: 'again',
      at: `2026-11-24T07:${String(n).padStart(2, '0')}:00+01:00`,
    })),
  );
  writeDeck(profile, 'probe.yaml', formatHostileDeck());
  writeDeck(profile, 'faulty.yaml', `deck: ${hostileTexts[0]}\n<img src=x onerror=${canary}=1>: *a`);
  const { page, electron } = await launch({ now: morning, profile });
  const asked = await watchRequests(electron);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await watchPage(page);

  // What is typed in the app goes the same way as what a file says.
  const call = (
    channel: string,
    input: object,
  ): Promise<{ ok: boolean; value: { view: { attemptId: string } } }> =>
    page.evaluate(([channel, input]) => Reflect.get(globalThis, 'baseline').call(channel, input), [
      channel,
      input,
    ] as const);
  const written = hostileTexts.join('\n\n').slice(0, 5000);
  const session = { kind: 'today' };
  for (const { id: cardId } of hostileCards)
    expect(
      await call('card:change', { session, cardId, change: { kind: 'note', text: written } }),
    ).toMatchObject({ ok: true });
  const source = { kind: 'generated', seed: 1, minutes: 12 };
  const { value } = await call('mocks:start', { source, level: 'guided', mode: 'practice' });
  const { attemptId } = value.view;
  expect(await call('mocks:note', { attemptId, text: written })).toMatchObject({ ok: true });
  expect(await call('mocks:submit', { attemptId })).toMatchObject({ ok: true });
  expect(await call('mocks:contest', { attemptId, text: written })).toMatchObject({ ok: true });

  await startReview(page);
  for (const { kind } of hostileCards) {
    await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
    for (const key of keys[String(kind)] ?? ['Space']) await page.keyboard.press(key);
    await expect(answer(page)).toBeVisible();
    await expect(page.getByText(/onerror/).first()).toBeVisible();
    await page.keyboard.press('4');
  }
  const show = async (screen: string, seen: RegExp): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByRole('button', { name: screen }).click();
    await expect(page.locator('main').getByText(seen).first()).toBeVisible();
  };
  await show('Cards', /\d+ cards/);
  await page.getByRole('searchbox', { name: 'Search cards' }).fill('deck:probe');
  await expect(page.getByRole('option').filter({ hasText: 'onerror' }).first()).toBeVisible();
  await show('Decks', /canary/);
  await show('Mocks', /Past interviews/);
  await page.getByRole('region', { name: 'Past interviews' }).getByRole('button').first().click();
  await expect(page.getByText(/onerror/).first()).toBeAttached();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('canary');
  await expect(page.getByRole('option').filter({ hasText: 'canary' }).first()).toBeVisible();

  expect(await page.evaluate(() => Reflect.get(globalThis, 'found'))).toEqual([]);
  expect(await page.evaluate(name => name in globalThis, canary)).toBe(false);
  const requests = await asked();
  expect(requests.filter(url => !/^app:\/\/baseline\/(assets\/[\w.-]+|index\.html)?$/.test(url))).toEqual([]);
  expect(fs.readdirSync(path.join(profile, 'decks')).toSorted()).toEqual(['faulty.yaml', 'probe.yaml']);
});
