import fs from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { watchDecks } from '../../../../src-main/services/decks/watch.ts';
import type { Profile } from '../../../../src-main/services/profile.ts';
import { formatDeck, makeCards, writeDeck } from '../../../helpers/decks.ts';
import { at, openWithCards } from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00Z');

/** Watches until the test ends; `next` resolves when a change was read and rejects when one could not be. */
function watch(profile: Profile): { next(act: () => void): Promise<void> } {
  let settle: PromiseWithResolvers<void> = Promise.withResolvers();
  const stop = watchDecks(
    profile,
    () => settle.resolve(),
    error => settle.reject(error),
  );
  onTestFinished(stop);
  return {
    next: act => {
      settle = Promise.withResolvers();
      act();
      return settle.promise;
    },
  };
}

test('a file that is written, changed and removed is read without a restart', async () => {
  const profile = openWithCards(now, 1);
  const watcher = watch(profile);
  const countCards = (): number => profile.store.content.activeCards().length;
  let file = '';
  await watcher.next(() => {
    file = writeDeck(profile.dir, 'two.yaml', formatDeck(makeCards(2, 'two')));
  });
  expect(countCards()).toBe(3);
  await watcher.next(() => {
    // As editors save: a new file takes the old one's place.
    fs.writeFileSync(`${file}~`, formatDeck(makeCards(4, 'two')));
    fs.renameSync(`${file}~`, file);
  });
  expect(countCards()).toBe(5);
  await watcher.next(() => fs.rmSync(file));
  expect(countCards()).toBe(1);
});

test('a reading that fails is told', async () => {
  const profile = openWithCards(now, 1);
  const watcher = watch(profile);
  const failed = watcher.next(() => {
    profile.store.close();
    writeDeck(profile.dir, 'two.yaml', formatDeck(makeCards(2, 'two')));
  });
  await expect(failed).rejects.toThrow('not open');
});

test('a folder that cannot be watched is told, and nothing else fails', () => {
  const profile = openWithCards(now, 1);
  fs.rmSync(profile.ownDecks, { recursive: true });
  const told: unknown[] = [];
  const stop = watchDecks(
    profile,
    () => undefined,
    error => told.push(error),
  );
  stop();
  expect(told).toEqual([expect.objectContaining({ code: 'ENOENT' })]);
});
