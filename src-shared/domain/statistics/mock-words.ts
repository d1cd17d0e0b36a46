import type { Statistics } from '../../ipc/stats-contract.ts';
import { listNames } from '../wording.ts';
import { percent } from './figures.ts';
import type { Advice } from './recall-and-use.ts';

type Mocks = Statistics['mocks'];

/** How the attempts have gone. Repeats are shown and left out here: they say nothing about readiness. */
export function describeAttempts({ attempts }: Mocks): string {
  const firsts = attempts.filter(({ repeat }) => !repeat);
  const [first, last] = [firsts[0], firsts.at(-1)];
  if (!first || !last) return 'Only repeats so far. A prompt that is new to you shows where you stand.';
  const score = (total: number): string => `${Math.round(total)} points`;
  if (first === last) return `Your first mock interview came to ${score(first.total)} of 100.`;
  return `From ${score(first.total)} in your first mock interview to ${Math.round(last.total)} in your latest, of 100.`;
}

/** Topics by what was earned of the points there were. */
export function describeMockTopics({ topics }: Mocks, titles: ReadonlyMap<string, string>): string {
  const byShare = topics.toSorted((a, b) => a.points / a.of - b.points / b.of);
  const [worst, best] = [byShare[0], byShare.at(-1)];
  if (!worst || !best) return '';
  const name = ({ topic, points, of }: typeof worst): string =>
    `${titles.get(topic) ?? topic} (${percent(points / of)})`;
  return worst === best
    ? `${name(best)} of its points.`
    : `Most was earned in ${name(best)}, least in ${name(worst)}.`;
}

/** Whether what was said of one's own certainty held. */
export function describeConfidence({
  levels,
  brier,
  sameLevel,
}: NonNullable<Mocks['confidence']['value']>): string {
  if (sameLevel) return 'Nearly all of your last answers have the same confidence, which tells nothing.';
  const over = levels.some(({ stated, happened }) => happened.of > 0 && happened.high < stated);
  const under = levels.some(({ stated, happened }) => happened.of > 0 && happened.low > stated);
  return `${judge(over, under)} Brier score ${brier.toFixed(2)}; always saying 50 % would give 0.25.`;
}

function judge(over: boolean, under: boolean): string {
  if (over && under) return 'How sure you are hardly tells your right answers from the others.';
  if (over) return 'You are surer than you are right.';
  return under ? 'You are right more often than you say.' : 'What you say of your certainty holds.';
}

/** Where the time went. */
export function describePhases(
  { minutes, phases }: Mocks['phases'][number],
  names: Record<string, string>,
): string {
  const [most] = phases.toSorted((a, b) => b.minutes - b.suggested - (a.minutes - a.suggested));
  const over = most ? most.minutes - most.suggested : 0;
  return most && over >= 1
    ? `In the ${minutes}-minute form you stay longest beyond the suggestion in ${names[most.phase]}: ${Math.round(over)} min.`
    : `In the ${minutes}-minute form you keep to the suggested times.`;
}

/** What each advice is called. */
export const adviceNames: Record<Advice, string> = {
  drill: 'Drill: go over its cards first',
  apply: 'Apply: you know it, use it in mocks',
  keep: 'Keep on',
};

/** What the gap between cards and mocks says to do. */
export function describeUse(rows: Statistics['recallAndUse'], titles: ReadonlyMap<string, string>): string {
  const of = (advice: Advice): string[] =>
    rows.filter(row => row.advice === advice).map(({ topic }) => titles.get(topic) ?? topic);
  const [drill, apply] = [of('drill'), of('apply')];
  if (rows.every(({ advice }) => advice === null)) return 'Too little on either side to compare yet.';
  const parts = [
    drill.length > 0 && `Drill the cards of ${listNames(drill)}.`,
    apply.length > 0 &&
      `You know ${listNames(apply)}, but do not use ${apply.length === 1 ? 'it' : 'them'} yet: practise in mocks.`,
  ].filter(part => part !== false);
  return parts.length > 0 ? parts.join(' ') : 'What you know you also use.';
}

/** What a topic still lacks before its two sides are compared; null where it lacks nothing. */
export function describeLack({ cards, decisions, needs }: Statistics['recallAndUse'][number]): string | null {
  const parts = [
    cards < needs.cards && `${cards} of ${needs.cards} cards`,
    decisions.of < needs.decisions && `${decisions.of} of ${needs.decisions} decisions`,
  ].filter(part => part !== false);
  return parts.length > 0 ? `Not enough yet: ${parts.join(', ')}` : null;
}
