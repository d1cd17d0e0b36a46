import type { Topic } from '../../../src-shared/domain/ids.ts';
import { keyOf } from '../../../src-shared/domain/mock/attempt.ts';
import type { DecisionVerdict } from '../../../src-shared/domain/mock/judge.ts';
import { phaseIds, phaseNames, phaseOf } from '../../../src-shared/domain/mock/phases.ts';
import type { Item } from '../../../src-shared/domain/mock/points.ts';
import type { Prompt } from '../../../src-shared/domain/mock/prompt.ts';
import type { MockVerdict } from '../../../src-shared/domain/mock/score.ts';
import { topicOf } from '../../../src-shared/domain/rules/decisions.ts';
import type { MockReport, Reported } from '../../../src-shared/ipc/report-contract.ts';

type Share = { points: number; of: number };

/** The total by phase, by topic and by stage. Each sums to it, since all three share out the same items. */
export function breakDown(
  prompt: Prompt,
  verdict: MockVerdict,
): Pick<MockReport, 'phasePoints' | 'topics' | 'stages'> {
  const topicOfItem = readTopics(verdict);
  const nameTopic = (item: Item): string => {
    const topic = topicOfItem(item);
    return topic === null ? 'Questions' : topicNames[topic];
  };
  const stageOf = ({ stage }: Item): string =>
    stage === 0 ? 'Before the twists' : (prompt.twists[stage - 1]?.title ?? `Twist ${stage}`);
  return {
    phasePoints: sharePhases(verdict).map(({ name, ...rest }) => ({ phase: name, ...rest })),
    topics: share(verdict.items, nameTopic).map(({ name, ...rest }) => ({ topic: name, ...rest })),
    stages: share(verdict.items, stageOf).map(({ name, ...rest }) => ({ stage: name, ...rest })),
  };
}

/** The points of one decision at one stage. */
export function pointsOf(
  verdict: MockVerdict,
  { part, decision, stage }: Pick<Reported, 'part' | 'decision' | 'stage'>,
): Share {
  const item = verdict.items.find(
    one => isDecision(one) && one.stage === stage && one.label === keyOf(part, decision),
  );
  return { points: (item?.points ?? 0) / 100, of: (item?.of ?? 0) / 100 };
}

/** Points by the phase in which they are to be earned, in the order of the interview. */
function sharePhases(verdict: MockVerdict): ({ name: string } & Share)[] {
  const raised = [...verdict.decisions, ...verdict.needless];
  const due = new Map(raised.map(({ part, decision }) => [keyOf(part, decision), phaseOf[decision]]));
  const nameOf = ({ section, label }: Item): string =>
    phaseNames[section === 'decisions' ? (due.get(label) ?? 'check') : section];
  const shares = new Map(share(verdict.items, nameOf).map(one => [one.name, one]));
  return phaseIds.flatMap(phase => shares.get(phaseNames[phase]) ?? []);
}

const isDecision = ({ section }: Item): boolean => section === 'decisions' || section === 'twists';

/** The topic of each scored item: of a decision that of the default it names first, of figures capacity; of questions none. */
export function readTopics({ decisions }: MockVerdict): (item: Item) => Topic | null {
  const topics = new Map(decisions.map(one => [keyOf(one.part, one.decision), findTopic(one.expected)]));
  return item => {
    if (item.section === 'clarify') return null;
    return item.section === 'numbers' ? 'capacity' : (topics.get(item.label) ?? null);
  };
}

/** The topic of a decision: that of the default which it names first. */
export function findTopic({ defaults: [first] }: DecisionVerdict['expected']): Topic | null {
  return first === undefined ? null : topicOf(first);
}

/** The topics' names. */
export const topicNames: Record<Topic, string> = {
  communication: 'Communication',
  storage: 'Data storage',
  caching: 'Caching',
  scaling: 'Scaling data',
  consistency: 'Consistency',
  capacity: 'Capacity',
};

function share(items: readonly Item[], nameOf: (item: Item) => string): ({ name: string } & Share)[] {
  const shares = new Map<string, Share>();
  for (const item of items) {
    const before = shares.get(nameOf(item)) ?? { points: 0, of: 0 };
    shares.set(nameOf(item), { points: before.points + item.points, of: before.of + item.of });
  }
  return [...shares].map(([name, { points, of }]) => ({ name, points: points / 100, of: of / 100 }));
}
