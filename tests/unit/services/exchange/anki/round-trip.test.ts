import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProfile } from '../../../../../src-main/services/check.ts';
import type { Profile } from '../../../../../src-main/services/profile.ts';
import { importHere, writeHere } from '../../../../helpers/anki/exchange.ts';
import { formatDeck, makeCards, writeDeck } from '../../../../helpers/decks.ts';
import { cardsNeeded, history, type Life, type Step, takeStep } from '../../../../helpers/histories.ts';
import { makeFolder, openTestProfile, readState, toCardId } from '../../../../helpers/profile.ts';
import { countRuns } from '../../../../helpers/runs.ts';

const birthMs = Date.UTC(2026, 10, 24, 8);
/** The system's zone, since that is where a log without zones is read. */
const birth = { atMs: birthMs, offsetMin: -new Date(birthMs).getTimezoneOffset() };

/**
 * Histories that Anki's format can say: it has no zones, no clock that goes back, and its readers know neither our
 * settings nor our weights.
 */
function isSaid(step: Step): boolean {
  if (step.kind === 'wait') return step.minutes >= 0;
  return !['travel', 'settings', 'parameters'].includes(step.kind);
}

function openEmpty(): Profile {
  const dir = makeFolder();
  return openTestProfile(dir, birth, path.join(dir, 'none'));
}

const answersOf = ({ store }: Profile, cardId: string): unknown[] =>
  store.log
    .ofCard(toCardId(cardId))
    .flatMap(({ event, effective }) =>
      effective && (event.body.type === 'answer' || event.body.type === 'practice')
        ? [[event.body.type, event.body.rating, event.body.takenMs]]
        : [],
    );

test('any history, sent out and brought into a new profile: schedule, memory and log are the same', async () => {
  await fc.assert(
    fc.asyncProperty(history(30), async steps => {
      const dir = makeFolder();
      writeDeck(dir, 'one.yaml', formatDeck(makeCards(cardsNeeded)));
      let life: Life = { profile: openTestProfile(dir, birth, path.join(dir, 'none')), now: birth };
      for (const step of steps.filter(isSaid)) life = takeStep(life, step);
      const { profile, now } = life;
      const { file } = await writeHere(profile, now);
      const other = openEmpty();
      const done = await importHere(other, file, now);
      expect(done.added).toBe(cardsNeeded);
      expect(checkProfile(other).faults).toEqual([]);

      for (let n = 1; n <= cardsNeeded; n++) {
        const id = `one.${n}`;
        const ours = readState(profile, id);
        const theirs = readState(other, id);
        expect(answersOf(other, id)).toEqual(answersOf(profile, id));
        expect(theirs).toMatchObject({ phase: ours.phase, suspended: ours.suspended, flag: ours.flag });
        if (ours.phase === 'review') {
          expect(theirs).toMatchObject({ dueDay: ours.dueDay, reps: ours.reps, lapses: ours.lapses });
          // Anki's own rounding.
          expect(theirs.memory?.stability).toBeCloseTo(ours.memory?.stability ?? 0, 4);
          expect(theirs.memory?.difficulty).toBeCloseTo(ours.memory?.difficulty ?? 0, 3);
        } else if (ours.dueAtMs !== null) {
          expect(Math.abs((theirs.dueAtMs ?? 0) - ours.dueAtMs)).toBeLessThanOrEqual(1000);
          expect(theirs.step).toBe(ours.step);
        }
      }
      const events = [...other.store.log.scan()].length;
      expect(await importHere(other, file, now)).toMatchObject({ added: 0, progress: 0 });
      expect([...other.store.log.scan()]).toHaveLength(events);
      profile.close();
      other.close();
    }),
    { numRuns: countRuns(20) },
  );
}, 120_000);
