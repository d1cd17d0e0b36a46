import type { Plan } from '../../ipc/plan-contract.ts';
import { countOf } from '../wording.ts';

/** Defaults named in a sentence; the others are counted. */
const namedDefaults = 4;

/** What a plan comes to, in plain sentences: what to expect, what will not be ready, and what would change it. */
export function describePlan(plan: Omit<Plan, 'says'>): string[] {
  const { recall, minutesPerDay, advice } = plan;
  return [
    `With ${minutesPerDay} minutes a day you will know about ${percent(recall.with)} of the cards on the day. ` +
      `Now it is ${percent(recall.now)}; without more study it would be ${percent(recall.without)}.`,
    ...describeUnready(plan),
    ...(advice ? [describeAdvice(advice, minutesPerDay)] : []),
  ];
}

function describeUnready({ notReady }: Pick<Plan, 'notReady'>): string[] {
  const { defaults, cards, neverMet } = notReady;
  const sentences: string[] = [];
  if (defaults.length > 0) {
    const named = defaults.slice(0, namedDefaults).map(({ name, recall }) => `${name} (${percent(recall)})`);
    const others = defaults.length - named.length;
    const list = others > 0 ? `${named.join(', ')} and ${others} more` : joinWords(named);
    sentences.push(`Not ready by then: ${list}.`);
  }
  if (neverMet > 0) sentences.push(`There is no room to meet ${countOf(neverMet, 'card')} before the day.`);
  if (cards > 0) sentences.push(`${countOf(cards, 'card')} that you will have met may still slip.`);
  return sentences.length > 0
    ? sentences
    : ['Everything will be ready by then: each card is known with 80 % or more.'];
}

function describeAdvice(advice: NonNullable<Plan['advice']>, minutesPerDay: number): string {
  return advice.minutes < minutesPerDay
    ? `${advice.minutes} minutes a day would do nearly as well: ${percent(advice.recall)}.`
    : `${advice.minutes} minutes a day would bring it to ${percent(advice.recall)}.`;
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

/** A share in percent, never rounded up to a certainty. */
function percent(share: number): string {
  return `${Math.min(99, Math.round(share * 100))} %`;
}
