import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProfile } from '../../src-main/services/check.ts';
import { syncDecks } from '../../src-main/services/decks/sync.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import { readNext } from '../../src-main/services/review.ts';
import type { Rating } from '../../src-shared/domain/rating.ts';
import { formatDeck, writeDeck } from '../helpers/decks.ts';
import { answer, at, makeFolder, openTestProfile, readState, reopen, today } from '../helpers/profile.ts';
import { countRuns } from '../helpers/runs.ts';

const now = at('2026-11-24T08:00:00Z');

type Step =
  | { kind: 'write'; file: string; cards: { id: string; was?: string[] | undefined }[] }
  | { kind: 'answer'; which: number; rating: Rating }
  | { kind: 'undo' | 'redo' | 'reopen' };

const id = fc.constantFrom('a', 'b', 'c', 'd');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      file: fc.constantFrom('x.yaml', 'y.yaml'),
      cards: fc.array(
        fc.record({ id, was: fc.option(fc.array(id, { minLength: 1, maxLength: 2 }), { nil: undefined }) }),
        { maxLength: 3 },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      which: fc.nat(5),
      rating: fc.constantFrom<Rating>(1, 3, 4),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'reopen' as const) }),
  },
);

function idsOf(profile: Profile): string[] {
  return profile.store.content.activeCards().map(({ cardId }) => cardId);
}

function takeStep(profile: Profile, taken: Step): Profile {
  switch (taken.kind) {
    case 'write':
      writeDeck(profile.dir, taken.file, formatDeck(taken.cards, { deck: taken.file.slice(0, 1) }));
      syncDecks(profile);
      return profile;
    case 'answer': {
      const ids = idsOf(profile);
      const chosen = ids[taken.which % Math.max(1, ids.length)];
      if (chosen !== undefined) {
        const before = readState(profile, chosen).reps;
        answer(profile, chosen, taken.rating, now);
        // What is answered is the card that is shown, whatever it was called before.
        expect(readState(profile, chosen).reps).toBe(before + 1);
      }
      return profile;
    }
    case 'undo':
    case 'redo':
      profile.journal[taken.kind](now);
      return profile;
    case 'reopen':
      return reopen(profile, now);
  }
}

test('however decks are edited, a history has one owner, the log agrees, and every card can be asked', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), steps => {
      const dir = makeFolder();
      let profile = openTestProfile(dir, now, path.join(dir, 'none'));
      try {
        for (const taken of steps) {
          profile = takeStep(profile, taken);
          expect(checkProfile(profile).faults).toEqual([]);
          for (const cardId of idsOf(profile)) expect(profile.store.settings.resolve(cardId)).toBe(cardId);
          expect(['card', 'wait', 'done']).toContain(readNext(profile, today, now, true).kind);
        }
        const events = [...profile.store.log.scan()].length;
        expect(syncDecks(profile)).toBe(false);
        expect([...profile.store.log.scan()]).toHaveLength(events);
      } finally {
        profile.close();
      }
    }),
    { numRuns: countRuns(30) },
  );
});
