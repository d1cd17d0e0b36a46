import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createExchange, type Exchange } from '../../../../src-main/services/exchange/exchange.ts';
import { planExport } from '../../../../src-main/services/exchange/export.ts';
import { CancelledError } from '../../../../src-main/services/exchange/watch.ts';
import type { Profile } from '../../../../src-main/services/profile.ts';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import { answer, at, makeFolder, openWithCards } from '../../../helpers/profile.ts';
import { makeShell } from '../../../helpers/shell.ts';

const now = at('2026-11-24T08:00:00+01:00');

function makeExchange(profile: Profile, file: string | null): Exchange {
  const choose = async () => file;
  return createExchange(profile, makeShell({ chooseSave: choose, chooseOpen: choose }));
}

/** What it comes to once nothing runs any more. */
async function waitFor(exchange: Exchange): Promise<ReturnType<Exchange['state']>> {
  return vi.waitFor(
    () => {
      const state = exchange.state();
      if (state.kind === 'running') throw new Error('still running');
      return state;
    },
    { timeout: 10_000 },
  );
}

describe('an export or import beside the window', () => {
  test('tells what it wrote; nothing happens where no place was chosen', async () => {
    const profile = openWithCards(now, 2);
    const file = path.join(makeFolder(), 'all.json');
    const exchange = makeExchange(profile, file);
    expect(await exchange.export('json', now)).toMatchObject({ kind: 'running', name: 'all.json' });
    expect(await waitFor(exchange)).toMatchObject({
      kind: 'exported',
      file,
      held: '0 events, 2 own cards, 0 pictures',
    });
    const none = makeExchange(profile, null);
    expect(await none.export('csv', now)).toEqual({ kind: 'idle' });
    expect(await none.import(now)).toEqual({ kind: 'idle' });
  });

  test('everything may be given the ending that a double click opens, and comes back from it', async () => {
    const source = openWithCards(now, 2);
    const file = path.join(makeFolder(), 'all.baseline');
    const offered: string[] = [];
    const out = createExchange(
      source,
      makeShell({
        chooseSave: async (_name, endings) => {
          offered.push(...endings);
          return file;
        },
      }),
    );
    await out.export('json', now);
    await waitFor(out);
    expect(offered).toEqual(['.json', '.baseline']);
    const profile = openWithCards(now, 0);
    const exchange = makeExchange(profile, file);
    await exchange.import(now);
    expect(await waitFor(exchange)).toMatchObject({ kind: 'imported' });
    expect(profile.store.content.activeCards()).toHaveLength(2);
  });

  test('one at a time, and a cancelled one leaves nothing behind', async () => {
    const profile = openWithCards(now, 2000);
    const folder = makeFolder();
    const exchange = makeExchange(profile, path.join(folder, 'deck.apkg'));
    await exchange.export('json', now);
    await expect(exchange.export('csv', now)).rejects.toThrow(/Another file/);
    await expect(exchange.import(now)).rejects.toThrow(/Another file/);
    exchange.cancel();
    const state = await waitFor(exchange);
    // It may have been done before it heard.
    expect(fs.readdirSync(folder)).toEqual(state.kind === 'exported' ? ['deck.apkg'] : []);
  });

  test('a cancelled import leaves the profile as it was', async () => {
    const source = openWithCards(now, 3000);
    const file = path.join(makeFolder(), 'all.json');
    const out = makeExchange(source, file);
    await out.export('json', now);
    await waitFor(out);
    const profile = openWithCards(now, 0);
    const exchange = makeExchange(profile, file);
    await exchange.import(now);
    exchange.cancel();
    const state = await waitFor(exchange);
    const cards = profile.store.content.activeCards().length;
    expect([state.kind, cards]).toEqual(state.kind === 'imported' ? ['imported', 3000] : ['idle', 0]);
    expect(fs.existsSync(path.join(profile.dir, 'incoming'))).toBe(false);
  });

  test.each(['json', 'csv'] as const)('a cancelled export as %s ends before it is written', async format => {
    const profile = openWithCards(now, 600);
    for (let n = 1; n <= 600; n++) answer(profile, `one.${n}`, 3, now);
    const folder = makeFolder();
    const file = path.join(folder, format === 'csv' ? 'tables.zip' : 'all.json');
    const work = planExport(profile, format, file, now).beside(() => undefined);
    // The worker hears of it before it has begun.
    work.cancel();
    await expect(work.done).rejects.toThrow(CancelledError);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('what went wrong is thrown by the next look, once', async () => {
    const profile = openWithCards(now, 1);
    const file = path.join(makeFolder(), 'broken.json');
    fs.writeFileSync(file, '{"baseline":9}');
    const exchange = makeExchange(profile, file);
    await exchange.import(now);
    await vi.waitFor(() => expect(() => exchange.state()).toThrow(ProblemError), { timeout: 10_000 });
    expect(exchange.state()).toEqual({ kind: 'idle' });
  });
});

describe('a file that was opened or dropped', () => {
  const write = (name: string, text: string): string => {
    const file = path.join(makeFolder(), name);
    fs.writeFileSync(file, text);
    return file;
  };
  const countCards = (profile: Profile): number => profile.store.content.activeCards().length;
  const isClear = (profile: Profile): boolean => !fs.existsSync(path.join(profile.dir, 'incoming'));

  test('is looked into and waits; only a word brings it in', async () => {
    const source = openWithCards(now, 2);
    answer(source, 'one.1', 3, now);
    const file = path.join(makeFolder(), 'all.json');
    const out = makeExchange(source, file);
    await out.export('json', now);
    await waitFor(out);
    const profile = openWithCards(now, 0);
    const exchange = makeExchange(profile, null);
    exchange.offer(file, now);
    expect(await waitFor(exchange)).toEqual({
      kind: 'chosen',
      name: 'all.json',
      cards: 2,
      answers: 1,
      pictures: 0,
      leftOut: [],
    });
    expect([countCards(profile), profile.store.log.lastClock()]).toEqual([0, 0]);
    exchange.bring(now);
    expect(await waitFor(exchange)).toMatchObject({ kind: 'imported', added: 2, reviews: 1 });
    expect([countCards(profile), isClear(profile)]).toEqual([2, true]);
    expect(() => exchange.bring(now)).toThrow(/No file waits/);
  });

  test('is let go of, or gives way to the next', async () => {
    const profile = openWithCards(now, 0);
    const second = write('second.csv', 'front,back\nA?,B.\nC?,D.\n');
    const exchange = makeExchange(profile, second);
    exchange.offer(write('first.csv', 'front,back\nWhy?,So.\n'), now);
    expect(await waitFor(exchange)).toMatchObject({ kind: 'chosen', name: 'first.csv', cards: 1 });
    expect(exchange.cancel()).toEqual({ kind: 'idle' });
    expect(isClear(profile)).toBe(true);
    expect(() => exchange.bring(now)).toThrow(/No file waits/);
    exchange.offer(write('third.csv', 'front,back\nWhy?,So.\n'), now);
    await waitFor(exchange);
    exchange.offer(second, now);
    expect(await waitFor(exchange)).toMatchObject({ kind: 'chosen', name: 'second.csv', cards: 2 });
    await exchange.import(now);
    expect(await waitFor(exchange)).toMatchObject({ kind: 'imported', name: 'second.csv', added: 2 });
    expect(() => exchange.bring(now)).toThrow(/No file waits/);
    expect(isClear(profile)).toBe(true);
  });

  test.each([
    ['notes.txt', /“notes.txt” is of no kind/],
    ['', /no file on this computer/],
    ['deck.csv', /no file on this computer/],
  ])('%j is refused at once', (name, message) => {
    const exchange = makeExchange(openWithCards(now, 0), null);
    const file = name === 'notes.txt' ? write(name, 'x') : name;
    expect(() => exchange.offer(file, now)).toThrow(message);
    expect(exchange.state()).toEqual({ kind: 'idle' });
  });

  test('a folder is none, whatever its name ends with', () => {
    const folder = path.join(makeFolder(), 'deck.csv');
    fs.mkdirSync(folder);
    const exchange = makeExchange(openWithCards(now, 0), null);
    expect(() => exchange.offer(folder, now)).toThrow(/is not there or is no file/);
  });

  test('that is broken is told by the next look, and leaves nothing behind', async () => {
    const profile = openWithCards(now, 0);
    const exchange = makeExchange(profile, null);
    exchange.offer(write('broken.json', '{"baseline":1,"events":[{}]}'), now);
    await vi.waitFor(() => expect(() => exchange.state()).toThrow(ProblemError), { timeout: 10_000 });
    expect([exchange.state(), isClear(profile)]).toEqual([{ kind: 'idle' }, true]);
  });
});
