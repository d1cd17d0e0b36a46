import type { CardId } from '../../src-shared/domain/ids.ts';
import { createHours } from '../../src-shared/domain/statistics/activity.ts';
import { createCalibration } from '../../src-shared/domain/statistics/calibration.ts';
import { countStages, readHistograms } from '../../src-shared/domain/statistics/cards.ts';
import { createRetention } from '../../src-shared/domain/statistics/retention.ts';
import { createTracer } from '../../src-shared/domain/statistics/trace.ts';
import type { StudyDay } from '../../src-shared/domain/study-day.ts';
import type { CountedStatistics } from '../../src-shared/ipc/stats-contract.ts';
import { type Store, withReader } from '../db/create-store.ts';

// Used in a worker, which runs as source in tests: nothing here may need the migrations.

/** What is to be counted: all plain values, so that a worker can be given it. */
export type CountFrame = {
  today: StudyDay;
  /** Desired retention. */
  target: number;
  /** The topics in their order. */
  topics: readonly string[];
};

/** Counts in a worker, by a connection of its own that only reads; `check` throws where that is wanted no more. */
export function countFile(task: CountFrame & { file: string }, check: () => void): CountedStatistics {
  return withReader(task.file, store => countStatistics(store, task, check));
}

/**
 * Goes once through all cards and the history of each, on one state of the database. What it keeps grows with the cards
 * and not with the answers. `check` is called now and then, and may throw.
 */
export function countStatistics(store: Store, frame: CountFrame, check: () => void): CountedStatistics {
  return store.readAtOnce(() => {
    const cards = store.statistics.cards();
    const topics = new Map<CardId, string>();
    for (const { cardId, topic } of cards) topics.set(cardId, topic);
    const { hours, retention, calibration } = countAnswers(
      store,
      frame,
      cardId => topics.get(cardId) ?? null,
      check,
    );
    const stages = countStages(cards);
    const inOrder = <T extends { topic: string }>(list: readonly T[]): T[] =>
      frame.topics.flatMap(topic => list.filter(one => one.topic === topic));
    return {
      hours,
      retention: {
        ...retention,
        value: retention.value && { ...retention.value, topics: inOrder(retention.value.topics) },
      },
      calibration,
      stages: { ...stages, topics: inOrder(stages.topics) },
      histograms: readHistograms(cards),
    };
  });
}

type CountedAnswers = Pick<CountedStatistics, 'hours' | 'retention' | 'calibration'>;

/** Steps between two looks at whether the answer is still wanted: some milliseconds. */
const stepsAStretch = 10_000;

function countAnswers(
  store: Store,
  { today, target }: CountFrame,
  topicOf: (cardId: CardId) => string | null,
  check: () => void,
): CountedAnswers {
  const trace = createTracer();
  const hours = createHours();
  const retention = createRetention(today, target, topicOf);
  const calibration = createCalibration();
  let steps = 0;
  store.statistics.eachStep(step => {
    if (++steps % stepsAStretch === 0) check();
    const answer = trace(step);
    if (answer === null) return;
    hours.add(answer);
    retention.add(answer);
    calibration.add(answer);
  });
  return { hours: hours.read(), retention: retention.read(), calibration: calibration.read() };
}
