import { confidences } from '../confidence.ts';
import { confidences as confidenceValues } from '../mock/attempt.ts';
import { listPhases, type PhaseId, phaseIds } from '../mock/phases.ts';
import { type Measured, measure } from './enough.ts';
import { meanOf, type Share, tallyWhere } from './share.ts';

/** A decision of a submitted mock interview, as far as statistics read it. */
export type MockDecision = {
  topic: string;
  /** Best or defensible, as the Brier score of one attempt counts it. */
  right: boolean;
  confidence: keyof typeof confidenceValues | null;
};

/** What statistics read of a submitted mock interview. */
export type MockResult = {
  attemptId: string;
  title: string;
  /** Calendar date of its start. */
  date: string;
  minutes: 12 | 35;
  /** Not the first at its prompt: practice, which says nothing about readiness. */
  repeat: boolean;
  /** 0 to 100. */
  total: number;
  /** Points of each topic, of those that there were. */
  topics: readonly { topic: string; points: number; of: number }[];
  decisions: readonly MockDecision[];
  /** Minutes spent in each phase that was entered. */
  phases: readonly { phase: PhaseId; minutes: number }[];
};

/** Decisions from which on a share of them is told: even ten leave an interval of some ±26 points. */
export const decisionsForShare = 10;
/** Decisions from which on confidence is held against what happened. */
export const decisionsForConfidence = 20;
/** Where one level makes up this share of the last decisions, confidence tells nothing. */
const sameLevelShare = 0.9;

export type MockStatistics = {
  /** Every attempt in order, repeats marked. */
  attempts: { attemptId: string; title: string; date: string; total: number; repeat: boolean }[];
  /** First attempts only: points by topic in order of attempts, and decisions that were right. */
  topics: { topic: string; points: number; of: number; right: Measured<Share> }[];
  confidence: Measured<ConfidenceReport>;
  /** First attempts by their length: mean minutes in each phase, beside those suggested. */
  phases: {
    minutes: 12 | 35;
    attempts: number;
    phases: { phase: PhaseId; minutes: number; suggested: number }[];
  }[];
};

export type ConfidenceReport = {
  levels: { level: keyof typeof confidenceValues; stated: number; happened: Share }[];
  /** Mean squared error of the confidences stated (G. W. Brier, Monthly Weather Review 78 (1950), 1–3). */
  brier: number;
  /** True where nearly all of the last answers have one level: a habit, from which nothing follows. */
  sameLevel: boolean;
};

/** What the mock interviews came to. `results` are submitted attempts, the oldest first. */
export function readMockResults(results: readonly MockResult[]): MockStatistics {
  const firsts = results.filter(({ repeat }) => !repeat);
  return {
    attempts: results.map(({ attemptId, title, date, total, repeat }) => ({
      attemptId,
      title,
      date,
      total,
      repeat,
    })),
    topics: readTopics(firsts),
    confidence: readConfidence(firsts.flatMap(({ decisions }) => decisions)),
    phases: readPhases(firsts),
  };
}

/** Decisions of first attempts that were right, by topic. */
export function tallyDecisions(results: readonly MockResult[]): Map<string, Share> {
  const decisions = results.filter(({ repeat }) => !repeat).flatMap(result => result.decisions);
  const byTopic = Map.groupBy(decisions, ({ topic }) => topic);
  return new Map([...byTopic].map(([topic, list]) => [topic, tallyWhere(list, ({ right }) => right)]));
}

function readTopics(firsts: readonly MockResult[]): MockStatistics['topics'] {
  const shares = tallyDecisions(firsts);
  const points = Map.groupBy(
    firsts.flatMap(({ topics }) => topics),
    ({ topic }) => topic,
  );
  return [...points].map(([topic, list]) => {
    const right = shares.get(topic);
    return {
      topic,
      points: list.reduce((sum, one) => sum + one.points, 0),
      of: list.reduce((sum, one) => sum + one.of, 0),
      right: measure(right?.of ?? 0, decisionsForShare, () => right ?? tallyWhere([], () => false)),
    };
  });
}

function readConfidence(decisions: readonly MockDecision[]): Measured<ConfidenceReport> {
  const stated = decisions.flatMap(({ confidence, right }) =>
    confidence === null ? [] : [{ level: confidence, value: confidenceValues[confidence], right }],
  );
  return measure(stated.length, decisionsForConfidence, () => {
    const last = stated.slice(-decisionsForConfidence);
    return {
      levels: confidences.map(level => ({
        level,
        stated: confidenceValues[level],
        happened: tallyWhere(
          stated.filter(one => one.level === level),
          ({ right }) => right,
        ),
      })),
      brier: meanOf(stated.map(({ value, right }) => (value - (right ? 1 : 0)) ** 2)) ?? 0,
      sameLevel: confidences.some(
        level => last.filter(one => one.level === level).length >= sameLevelShare * last.length,
      ),
    };
  });
}

function readPhases(firsts: readonly MockResult[]): MockStatistics['phases'] {
  return ([35, 12] as const).flatMap(minutes => {
    const taken = firsts.filter(result => result.minutes === minutes);
    if (taken.length === 0) return [];
    const suggested = new Map(listPhases(minutes).map(({ phase, minutes: each }) => [phase, each]));
    const phases = phaseIds.map(phase => ({
      phase,
      // A phase that was never entered took no time.
      minutes: meanOf(taken.map(({ phases: list }) => sumPhase(list, phase))) ?? 0,
      suggested: suggested.get(phase) ?? 0,
    }));
    return [{ minutes, attempts: taken.length, phases }];
  });
}

function sumPhase(phases: MockResult['phases'], phase: PhaseId): number {
  return phases.filter(one => one.phase === phase).reduce((sum, one) => sum + one.minutes, 0);
}
