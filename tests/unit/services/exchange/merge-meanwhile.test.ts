import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { changeCard } from '../../../../src-main/services/cards.ts';
import { checkProfile } from '../../../../src-main/services/check.ts';
import { foldStates, summariseLog } from '../../../../src-main/services/log-summary.ts';
import type { Profile } from '../../../../src-main/services/profile.ts';
import { changeSettings } from '../../../../src-main/services/settings.ts';
import type { EventBody } from '../../../../src-shared/domain/events.ts';
import { cardIdSchema } from '../../../../src-shared/domain/ids.ts';
import { bringBack, takeOut } from '../../../helpers/exports.ts';
import { answer, at, later, openWithCards, readState, reopen } from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00Z');
const card = cardIdSchema.parse('one.1');

/** What a person may do while a worker brings an export into a copy of the database. */
const meanwhile: Readonly<Record<string, (profile: Profile) => void>> = {
  nothing: () => undefined,
  'answers to a card that came in, and to others': profile => {
    for (const id of ['one.1', 'one.3', 'one.5']) answer(profile, id, 4, later(now, { minutes: 5 }));
  },
  'an answer whose moment lies before what came in': profile =>
    answer(profile, 'one.2', 1, later(now, { days: -3 })),
  'an undo of what was done before': profile => {
    profile.journal.undo(now);
    profile.journal.undo(now);
  },
  'an undo and a redo, and another after which nothing is done again': profile => {
    profile.journal.undo(now);
    profile.journal.redo(now);
    profile.journal.undo(now);
    answer(profile, 'one.4', 2, later(now, { minutes: 6 }));
  },
  'settings and weights': profile => {
    changeSettings(profile, { newPerDay: 3 }, later(now, { minutes: 1 }));
    profile.journal.commit(later(now, { minutes: 2 }), [
      { type: 'parameters', weights: Array.from({ length: 21 }, () => 0.5) },
    ]);
  },
  'marks of a card': profile => {
    changeCard(profile, 'one.1', { kind: 'flag', flag: 2 }, now);
    changeCard(profile, 'one.2', { kind: 'note', text: 'Meanwhile.' }, now);
  },
  'a round': profile => {
    const roundId = '00000000-0000-4000-8000-0000000000cc';
    const start = { type: 'round_start', roundId, kind: 'quick', seed: 1 } as const;
    const versions = { generatorVersion: 1, rulesVersion: 1 };
    profile.journal.commit(now, [{ ...start, ...versions }], { undoable: false });
    answer(profile, 'one.1', 3, now);
  },
  'a practice’s clock': profile => profile.store.mocks.keepElapsed('an-attempt', 5000),
};

/** Two devices with a card in common, of which the other’s export comes in here. */
function openPair(): { here: Profile; text: string } {
  const there = openWithCards(now, 5);
  answer(there, 'one.1', 4, later(now, { days: 1 }));
  answer(there, 'one.2', 3, later(now, { days: -1 }));
  changeSettings(there, { newPerDay: 9 }, later(now, { days: 1 }));
  const here = openWithCards(now, 5);
  answer(here, 'one.3', 3, later(now, { days: -2 }));
  changeSettings(here, { newPerDay: 4 }, later(now, { days: -2 }));
  return { here, text: takeOut(there) };
}

/** All but ids, which are drawn, and the chain, which is made of them. */
function describeAll({ store }: Profile): unknown {
  const describeBody = (body: EventBody): unknown =>
    'target' in body ? body.type : { ...body, chainBefore: 0, surfaceSeed: 0 };
  return {
    states: [...store.states.all()].map(({ cardId, state }) => [cardId, { ...state, chain: 0 }]),
    settings: store.settings.all(),
    annulled: [...store.log.annulled().values()],
    clocks: store.mocks.clocks(),
    events: [...store.log.scan()].map(item => ('event' in item ? describeBody(item.event.body) : item)),
  };
}

describe('what happens while an export comes in', () => {
  test.each(Object.entries(meanwhile))('is kept: %s', (_name, act) => {
    const { here, text } = openPair();
    let isCopied = false;
    bringBack(here, text, {
      check: () => undefined,
      progress: () => {
        if (!isCopied) act(here);
        isCopied = true;
      },
    });
    expect(isCopied).toBe(true);
    expect(checkProfile(here).faults).toEqual([]);
    // Answers stand on changed ground here, where folding all cards at once has to read more of them.
    expect(foldStates(here.store, here.journal.model())).toEqual(summariseLog(here.store).states);
    const merged = describeAll(here);
    // As if it had been done before the file came.
    const other = openPair();
    act(other.here);
    bringBack(other.here, other.text);
    expect(merged).toEqual(describeAll(other.here));
    expect(describeAll(reopen(here, now))).toEqual(merged);
  });

  test.each([
    ['an empty one', 'DELETE FROM event; DELETE FROM operation; DELETE FROM card_state'],
    ['itself as a backup, under another device', 'UPDATE device SET own = 0'],
  ])('is refused where the database was replaced by %s', (_name, sql) => {
    const { here, text } = openPair();
    const replace = (): void =>
      here.reopen(() => {
        const db = new Database(path.join(here.dir, 'baseline.db'));
        db.exec(`DROP TRIGGER event_is_never_removed; PRAGMA foreign_keys = OFF; ${sql}`);
        db.close();
      });
    let isReplaced = false;
    const watch = {
      check: () => undefined,
      progress: () => {
        if (!isReplaced) replace();
        isReplaced = true;
      },
    };
    expect(() => bringBack(here, text, watch)).toThrow(/put in the place of yours meanwhile/);
    expect(readState(here, 'one.1').reps).toBe(0);
    expect(fs.readdirSync(here.dir)).not.toContain('swap');
  });

  test('can be undone afterwards', () => {
    const { here, text } = openPair();
    let isDone = false;
    const act = (): void => {
      if (!isDone) answer(here, 'one.4', 3, later(now, { minutes: 5 }));
      isDone = true;
    };
    bringBack(here, text, { check: () => undefined, progress: act });
    expect(readState(here, 'one.4').reps).toBe(1);
    here.journal.undo(now);
    expect(readState(here, 'one.4').reps).toBe(0);
    expect([checkProfile(here).faults, readState(here, card).reps]).toEqual([[], 1]);
  });
});
