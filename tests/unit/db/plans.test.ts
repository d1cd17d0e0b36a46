import { describe, expect, test } from 'vitest';
import { findCards } from '../../../src-main/services/browse.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { answerCard, readNext, stepSession } from '../../../src-main/services/review.ts';
import { readTallied } from '../../../src-main/services/statistics.ts';
import { readToday } from '../../../src-main/services/today.ts';
import { findStudyDay, type Instant } from '../../../src-shared/domain/study-day.ts';
import { buildCollection, openCollection } from '../../bench/collection.ts';
import { makeFolder, today } from '../../helpers/profile.ts';
import { explainPlan, type Ran, recordStatements } from '../../helpers/statements.ts';

// What does not wobble as times do: which statements run, how many rows they give, and how SQLite goes about them.

/**
 * Going through a table that grows with the cards and the years. Some indexes hold only what is looked for: the cards that
 * a mock brought back, the new ones, of which the first few are taken, those about a default; what was taken back, and mocks.
 */
const large =
  /^SCAN (event|operation|card|card_state|card_line)\b(?!.*(card_state_by_mark|card_by_position_unmet|card_line_by_default|operation_annulled|event_by_attempt))/;
/** What is sorted without an index is little: the events of one action or one card, the files of decks, the cards that a mock brought back, mocks, the defaults. */
const isLittle = /op_id = \?|card_id = \?|marked = 1|FROM deck_file|FROM mock_attempt|FROM baseline_default/;

function withCollection<T>(cards: number, work: (profile: Profile, now: Instant) => T): T {
  const collection = buildCollection(makeFolder(), { cards, reviews: cards * 2 });
  // Months later hundreds are due.
  collection.now = { ...collection.now, atMs: collection.now.atMs + 200 * 86_400_000 };
  const profile = openCollection(collection);
  try {
    return work(profile, collection.now);
  } finally {
    profile.close();
  }
}

function answerNext(profile: Profile, now: Instant): void {
  const next = readNext(profile, today, now, false);
  if (next.kind !== 'card') throw new Error('nothing is due');
  const { cardId, surfaceSeed } = next.card;
  const rest = { takenMs: 5000, response: null, confidence: null };
  answerCard(profile, { session: today, cardId, rating: 3, surfaceSeed, ...rest }, now);
}

/** An answer each with the card that follows it, after one by which what is kept in memory stands. */
function recordAnswers(profile: Profile, now: Instant, count: number): Ran[] {
  answerNext(profile, now);
  readNext(profile, today, now, false);
  return Array.from({ length: count }, () =>
    recordStatements(() => {
      answerNext(profile, now);
      readNext(profile, today, now, false);
    }),
  );
}

function expectIndexed(profile: Profile, ran: Ran): void {
  for (const sql of new Set(ran.map(one => one.sql))) {
    if (!/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/.test(sql)) continue;
    for (const step of explainPlan(profile.dir, sql)) {
      expect(step, sql).not.toMatch(large);
      if (!isLittle.test(sql)) expect(step, sql).not.toMatch(/TEMP B-TREE/);
    }
  }
}

describe('an answer and the card after it', () => {
  /** Looks at one day's load each: as many as the intervals on the buttons are wide. */
  const isLoad = ({ sql }: Ran[number]): boolean => sql.includes('due_tally');
  const most = (list: readonly number[]): number => Math.max(...list);

  test('take no more statements, and no more rows, in a collection with hundreds of cards due than in a small one', () => {
    const counted = [60, 2000].map(cards =>
      withCollection(cards, (profile, now) => {
        const runs = recordAnswers(profile, now, 6).map(ran => ran.filter(one => !isLoad(one)));
        return {
          due: profile.store.content.dueCards(findStudyDay(now, 4)).length,
          statements: most(runs.map(ran => ran.length)),
          rows: most(runs.map(ran => ran.reduce((sum, { rows }) => sum + rows, 0))),
        };
      }),
    );
    expect(counted[1]?.due).toBeGreaterThan(200);
    for (const { statements, rows } of counted) {
      expect(statements).toBeLessThanOrEqual(70);
      expect(rows).toBeLessThanOrEqual(80);
    }
  });

  test('find everything through an index', () => {
    withCollection(60, (profile, now) => expectIndexed(profile, recordAnswers(profile, now, 3).flat()));
  });
});

test.each<[string, (profile: Profile, now: Instant) => void]>([
  ['undo', (profile, now) => void stepSession(profile, today, 'undo', now)],
  ['today’s screen', (profile, now) => void readToday(profile, now)],
  ['the first of Progress', (profile, now) => void readTallied(profile, now)],
])('%s finds everything through an index', (_name, work) => {
  withCollection(60, (profile, now) => {
    answerNext(profile, now);
    expectIndexed(
      profile,
      recordStatements(() => work(profile, now)),
    );
  });
});

test('the histories of all cards are read along one index, in its order', () => {
  withCollection(60, profile => {
    const ran = recordStatements(() => profile.store.statistics.eachStep(() => undefined));
    const steps = explainPlan(profile.dir, ran[0]?.sql ?? '');
    expect(steps[0]).toMatch(/^(SCAN|SEARCH) event USING INDEX event_by_card/);
    expect(steps.join('\n')).not.toMatch(/TEMP B-TREE FOR ORDER BY/);
  });
});

test('a search goes through the index of words, and the first one alone through the places of all cards', () => {
  withCollection(60, (profile, now) => {
    const ask = (search: string): unknown =>
      findCards(profile, { search, order: 'deck', descending: false, offset: 0, limit: 60 }, now);
    ask('k');
    profile.journal.commit(now, [{ type: 'setting', key: 'newPerDay', value: 3 }]);
    const ran = recordStatements(() => void ask('ka'));
    const steps = ran.flatMap(({ sql }) => explainPlan(profile.dir, sql));
    expect(steps.filter(step => large.test(step))).toEqual([]);
  });
});
