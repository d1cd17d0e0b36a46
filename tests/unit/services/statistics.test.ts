import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeCard } from '../../../src-main/services/cards.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { readStatistics, readTallied } from '../../../src-main/services/statistics.ts';
import { topics } from '../../../src-shared/domain/ids.ts';
import { defaultIds } from '../../../src-shared/domain/rules/decisions.ts';
import type { LoggedStep } from '../../../src-shared/domain/statistics/trace.ts';
import { statisticsSchema } from '../../../src-shared/ipc/stats-contract.ts';
import { formatDeck, makeCards, writeDeck } from '../../helpers/decks.ts';
import { bringBack, takeOut } from '../../helpers/exports.ts';
import { cardsNeeded, history, type Life, type Step, takeStep } from '../../helpers/histories.ts';
import { countDays, forecastFromStates, listSteps } from '../../helpers/log-oracle.ts';
import { answer, at, later, makeFolder, openTestProfile, openWithCards } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const read = (profile: Life['profile'], moment = now, on: string | null = null) =>
  statisticsSchema.parse(readStatistics(profile, moment, on));

describe('statistics of a profile', () => {
  test('a new one has its defaults, its cards and its plan, and withholds the rest', () => {
    const value = read(openTestProfile(makeFolder(), now));
    expect(value.mastery).toHaveLength(defaultIds.length);
    expect(value.mastery.every(one => one.standing === 'unmet' && one.met === 0 && one.cards > 0)).toBe(true);
    expect(value.topics.map(({ topic }) => topic)).toEqual(topics);
    expect(value.stages.topics.map(({ topic }) => topic)).toEqual(topics);
    expect(value.stages.all).toMatchObject({ learning: 0, young: 0, mature: 0, suspended: 0 });
    expect(value.forecast[0]).toMatchObject({ date: '2026-11-24', newCards: 20, reviews: 0 });
    expect(value).toMatchObject({
      hours: { have: 0, value: null },
      retention: { have: 0, value: null },
      calibration: { have: 0, value: null },
      histograms: { have: 0, value: null },
      mocks: { attempts: [], topics: [], phases: [], confidence: { value: null } },
    });
    expect(value.recallAndUse).toMatchObject(topics.map(topic => ({ topic, cards: 0, advice: null })));
  });

  test('what undo took back does not count, and comes again with redo', () => {
    const profile = openWithCards(now, 3);
    answer(profile, 'one.1', 4, now, { takenMs: 30_000 });
    answer(profile, 'one.2', 3, now, { takenMs: 60_000 });
    expect(read(profile).activity).toMatchObject({ answers: 2, minutes: 1.5 });
    profile.journal.undo(now);
    expect(read(profile).activity).toMatchObject({ answers: 1, minutes: 0.5 });
    expect(read(profile).stages.all).toMatchObject({ new: 2, learning: 0, young: 1 });
    profile.journal.redo(now);
    expect(read(profile).activity).toMatchObject({ answers: 2 });
    expect(read(profile).stages.all).toMatchObject({ new: 1, learning: 1, young: 1 });
  });

  test('extra study counts as done, and tests no prediction', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 4, now);
    const next = later(now, { days: 3 });
    const session = { kind: 'extra', scope: { kind: 'all' }, startedAtMs: 0, minutes: null } as const;
    answer(profile, 'one.1', 1, next, { session });
    expect(read(profile, next)).toMatchObject({
      activity: { answers: 2, studiedDays: 2 },
      retention: { have: 0 },
      calibration: { have: 0 },
    });
    answer(profile, 'one.1', 1, next);
    expect(read(profile, next)).toMatchObject({ retention: { have: 1 }, calibration: { have: 1 } });
  });

  test('the forecast asks a buried card when it returns, and no suspended one', () => {
    const profile = openWithCards(now, 5);
    changeSettings(profile, { newPerDay: 0 }, now);
    for (const id of ['one.1', 'one.2', 'one.3']) changeCard(profile, id, { kind: 'setDue', inDays: 0 }, now);
    changeCard(profile, 'one.4', { kind: 'setDue', inDays: 2 }, now);
    changeCard(profile, 'one.2', { kind: 'bury' }, now);
    changeCard(profile, 'one.3', { kind: 'suspend', on: true }, now);
    expect(
      read(profile)
        .forecast.slice(0, 4)
        .map(({ reviews }) => reviews),
    ).toEqual([1, 1, 1, 0]);
    expect(
      read(profile, later(now, { days: 1 }))
        .forecast.slice(0, 3)
        .map(({ reviews }) => reviews),
    ).toEqual([2, 1, 0]);
  });

  test('mastery falls until a later day, and a past one is refused', () => {
    const dir = makeFolder();
    const profile = openTestProfile(dir, now);
    const [card] = profile.store.content
      .activeCards()
      .filter(({ content }) => content.default === 'cache.aside');
    answer(profile, card?.cardId ?? '', 4, now);
    const find = (on: string | null) => read(profile, now, on).mastery.find(({ id }) => id === 'cache.aside');
    expect(find(null)).toMatchObject({ met: 1, recall: 1, recallLater: null });
    expect(find('2026-11-24')).toMatchObject({ recallLater: 1 });
    const month = find('2026-12-24')?.recallLater ?? 0;
    expect(month).toBeGreaterThan(0.5);
    expect(month).toBeLessThan(0.95);
    expect(find('2027-06-24')?.recallLater).toBeLessThan(month);
    expect(() => read(profile, now, '2026-11-23')).toThrow('2026-11-23 is past.');
  });

  test('the later day is that of the interview until it is past, whatever its plan asks today', () => {
    const profile = openWithCards(now, 30);
    const { forecast } = read(profile);
    expect(forecast[0]?.newCards).toBe(20);
    changeSettings(profile, { interviewDate: '2026-12-01', minutesPerDay: 5 }, now);
    expect(read(profile)).toMatchObject({ laterDate: '2026-12-01', forecast });
    expect(read(profile, now, '2026-12-24')).toMatchObject({ laterDate: '2026-12-24' });
    expect(read(profile, at('2026-12-01T20:00:00+01:00')).laterDate).toBe('2026-12-01');
    expect(read(profile, at('2026-12-02T08:00:00+01:00')).laterDate).toBeNull();
  });

  test('a renamed card keeps its history as one', () => {
    const dir = makeFolder();
    writeDeck(dir, 'one.yaml', formatDeck(makeCards(1)));
    const first = openTestProfile(dir, now, path.join(dir, 'none'));
    answer(first, 'one.1', 4, now);
    first.close();
    writeDeck(dir, 'one.yaml', formatDeck([{ id: 'two.1', was: ['one.1'] }]));
    const next = later(now, { days: 5 });
    const profile = openTestProfile(dir, next, path.join(dir, 'none'));
    answer(profile, 'two.1', 3, next);
    expect(read(profile, next)).toMatchObject({
      activity: { answers: 2 },
      calibration: { have: 1 },
      stages: { all: { new: 0, mature: 1 } },
    });
  });
});

// Real files, opened and closed; two lives a run.
test('what is tallied and what is gone through is what the log says, after any history on two devices', () => {
  const noDecks = path.join(import.meta.dirname, 'none');
  const live = (steps: readonly Step[]): Life => {
    const dir = makeFolder();
    writeDeck(dir, 'one.yaml', formatDeck(makeCards(cardsNeeded)));
    let life: Life = { profile: openTestProfile(dir, now, noDecks), now };
    for (const step of steps) life = takeStep(life, step);
    return life;
  };
  fc.assert(
    fc.property(history(30), history(15), (here, there) => {
      const other = live(there);
      const life = live(here);
      const expectTheLog = (): void => {
        const { profile } = life;
        expect(profile.store.statistics.days()).toEqual(countDays(profile));
        expect(readTallied(profile, life.now).forecast).toEqual(forecastFromStates(profile, life.now));
        const steps: LoggedStep[] = [];
        profile.store.statistics.eachStep(step => void steps.push(step));
        expect(steps).toEqual(listSteps(profile));
        // Whatever happened, the whole fits the contract.
        read(profile, life.now);
      };
      expectTheLog();
      bringBack(life.profile, takeOut(other.profile));
      expectTheLog();
      other.profile.close();
      life.profile.close();
    }),
    { numRuns: 12 },
  );
});
