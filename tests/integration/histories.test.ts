import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProfile } from '../../src-main/services/check.ts';
import { findAim } from '../../src-main/services/plan.ts';
import { readExtraCards } from '../../src-main/services/pool/extra-cards.ts';
import { readPlanCards } from '../../src-main/services/pool/plan-cards.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import { readExtra, readQueue, readStanding } from '../../src-main/services/queue.ts';
import type { LogEvent } from '../../src-shared/domain/events.ts';
import { foldCard, selectEffective } from '../../src-shared/domain/fold.ts';
import { allRatings } from '../../src-shared/domain/rating.ts';
import { findStudyDay, type StudyDay } from '../../src-shared/domain/study-day.ts';
import { formatDeck, makeCards, writeDeck } from '../helpers/decks.ts';
import {
  cardsNeeded,
  describeProfile,
  history,
  type Life,
  type Step,
  takeStep,
} from '../helpers/histories.ts';
import { at, makeFolder, openTestProfile, toCardId } from '../helpers/profile.ts';
import { countRuns } from '../helpers/runs.ts';

const birth = at('2026-11-24T08:00:00+01:00');
const numRuns = countRuns(20);

/** Lives a history on a profile of its own, on real files, and hands it over. */
function withLife(steps: readonly Step[], inspect: (life: Life) => void): void {
  const dir = makeFolder();
  writeDeck(dir, 'one.yaml', formatDeck(makeCards(cardsNeeded)));
  let life: Life = { profile: openTestProfile(dir, birth, path.join(dir, 'none')), now: birth };
  try {
    for (const step of steps) life = takeStep(life, step);
    inspect(life);
  } finally {
    life.profile.close();
  }
}

function readLog({ store }: Profile): LogEvent[] {
  return [...store.log.scan()].map(item => {
    if ('fault' in item) throw new Error(item.fault);
    return item.event;
  });
}

function repeat(work: () => unknown): number {
  let times = 0;
  while (work() !== null) times++;
  return times;
}

/** All cards are known, so that none is due before long. */
const known: readonly Step[] = makeCards(cardsNeeded).map(({ id }) => ({
  kind: 'change',
  card: String(id),
  change: { kind: 'known' },
}));
/** They were met, and an interview is planned for, with hardly a minute a day. */
const planned: readonly Step[] = [
  ...known,
  { kind: 'settings', change: { interviewDate: '2027-01-10', minutesPerDay: 5 } },
];
const given = <K extends 'answer' | 'practise'>(kind: K) =>
  fc.record({
    kind: fc.constant(kind),
    card: fc.integer({ min: 1, max: cardsNeeded }).map(n => `one.${n}`),
    rating: fc.constantFrom(...allRatings),
  });
/** Days on which much is answered and taken back. */
const busy: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: given('answer') },
    fc.constant<Step>({ kind: 'undo' }),
    fc.constantFrom<Step>({ kind: 'wait', minutes: 11 }, { kind: 'wait', minutes: 1440 }),
  ),
  { minLength: 20, maxLength: 40 },
);
/** A history with extra study between its steps. */
const practice: fc.Arbitrary<Step[]> = fc
  .array(fc.tuple(history(1), given('practise')), { minLength: 1, maxLength: 15 })
  .map(pairs => pairs.flatMap(([steps, practised]) => [...steps, practised]));

describe('any history, with undo, redo, clock jumps, travel, changed settings and weights, and restarts', () => {
  test('leaves a log that agrees with every table', () => {
    fc.assert(
      fc.property(history(40), steps =>
        withLife(steps, ({ profile }) => expect(checkProfile(profile).faults).toEqual([])),
      ),
      { numRuns },
    );
  });

  test('the queue kept in memory between two answers is the one read anew', () => {
    fc.assert(
      fc.property(fc.constantFrom([], planned), fc.oneof(history(40), busy), (before, steps) => {
        withLife(before, life => {
          for (const step of steps) {
            Object.assign(life, takeStep(life, step));
            const { store, journal, pool } = life.profile;
            const { today, queue, counts } = readQueue({ ...life.profile, readOnly: true }, life.now);
            const aim = findAim(life.profile, today);
            if (aim) {
              const { daysLeft } = aim;
              const ground = { day: today, daysLeft, settings: journal.settings(), model: journal.model() };
              expect(pool.ofPlan(today, daysLeft)).toEqual(readPlanCards(store, ground));
            }
            expect(readStanding(life.profile, life.now)).toEqual({
              today,
              steps: queue.steps,
              first: queue.main[0] ?? null,
              counts,
            });
          }
        });
      }),
      { numRuns },
    );
  });

  test('the cards of extra study kept in memory between two answers are those read anew', () => {
    fc.assert(
      fc.property(practice, fc.constantFrom('all' as const, 'missed' as const), (steps, kind) => {
        withLife(known, life => {
          const session = { scope: { kind }, startedAtMs: birth.atMs };
          for (const step of steps) {
            Object.assign(life, takeStep(life, step));
            const { store, journal } = life.profile;
            const day = (atMs: number): StudyDay =>
              findStudyDay({ ...life.now, atMs }, journal.settings().dayStartHour);
            const anew = readExtraCards(store, journal.model(), {
              ...session,
              begun: day(session.startedAtMs),
              today: day(life.now.atMs),
            });
            expect(readExtra(life.profile, { kind: 'extra', minutes: null, ...session }, life.now)).toEqual(
              anew.cards.items,
            );
          }
        });
      }),
      { numRuns },
    );
  });

  test('memory and due are the fold of the log, computed apart from the journal', () => {
    fc.assert(
      fc.property(history(40), steps =>
        withLife(steps, ({ profile }) => {
          const effective = selectEffective(readLog(profile));
          for (const { cardId } of makeCards(cardsNeeded).map(({ id }) => ({
            cardId: toCardId(String(id)),
          }))) {
            const events = effective.flatMap(({ id, studyDay, body }) =>
              'cardId' in body && body.cardId === cardId ? [{ id, studyDay, body }] : [],
            );
            const folded = foldCard(cardId, events, profile.journal.model());
            expect(profile.store.states.get(cardId)).toEqual(folded);
          }
        }),
      ),
      { numRuns },
    );
  });

  test('due is what the last answer recorded, where nothing came between', () => {
    fc.assert(
      fc.property(history(40), steps =>
        withLife(steps, ({ profile }) => {
          const lastByCard = new Map(
            selectEffective(readLog(profile)).flatMap(({ body }) =>
              body.type === 'answer' ||
              body.type === 'forget' ||
              body.type === 'set_due' ||
              body.type === 'memory_set'
                ? [[body.cardId, body]]
                : [],
            ),
          );
          for (const [cardId, body] of lastByCard) {
            const { dueDay, dueAtMs } = profile.store.states.get(cardId);
            if (body.type === 'answer')
              expect({ dueDay, dueAtMs }).toEqual({ dueDay: body.dueDay, dueAtMs: body.dueAtMs });
            else
              expect({ dueDay, dueAtMs }).toEqual({
                dueDay: body.type === 'forget' ? null : body.dueDay,
                dueAtMs: null,
              });
          }
        }),
      ),
      { numRuns },
    );
  });

  test('undone to the first action it is as new, and redone it is as it was', () => {
    fc.assert(
      fc.property(history(30), steps =>
        withLife(steps, ({ profile, now }) => {
          // What was undone before is redone first, so that there is one final state to come back to.
          repeat(() => profile.journal.redo(now));
          const final = describeProfile(profile);
          const undone = repeat(() => profile.journal.undo(now));
          withLife([], fresh => expect(describeProfile(profile)).toEqual(describeProfile(fresh.profile)));
          expect(checkProfile(profile).faults).toEqual([]);
          expect(repeat(() => profile.journal.redo(now))).toBe(undone);
          expect(describeProfile(profile)).toEqual(final);
          expect(checkProfile(profile).faults).toEqual([]);
        }),
      ),
      { numRuns },
    );
  });

  test('a new action puts what was undone out of reach', () => {
    fc.assert(
      fc.property(history(20), steps =>
        withLife(
          [...steps, { kind: 'undo' }, { kind: 'answer', card: 'one.1', rating: 3 }],
          ({ profile, now }) => {
            const before = describeProfile(profile);
            expect(profile.journal.peek().redo).toBeNull();
            expect(profile.journal.redo(now)).toBeNull();
            expect(describeProfile(profile)).toEqual(before);
          },
        ),
      ),
      { numRuns: countRuns(8) },
    );
  });

  test('events are in order, whatever the clock did, and their sequence has no gap', () => {
    fc.assert(
      fc.property(history(40), steps =>
        withLife(steps, ({ profile }) => {
          const log = readLog(profile);
          expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
          const clocks = log.map(({ clock }) => clock);
          expect(clocks).toEqual([...new Set(clocks)].sort((a, b) => a - b));
        }),
      ),
      { numRuns: countRuns(8) },
    );
  });
});
