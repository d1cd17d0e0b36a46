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
