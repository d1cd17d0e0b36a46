import type { Mastery } from './mastery.ts';
import { decisionsForShare, type MockResult, tallyDecisions } from './mock-results.ts';
import type { Share } from './share.ts';

/** Cards of a topic that must have been met before their recall is held against anything: fewer are a sample of chance. */
export const cardsForUse = 5;

/** What the gap says to do: go over the cards, use what is known in mocks, or neither. */
export type Advice = 'drill' | 'apply' | 'keep';

export type RecallAndUse = {
  topic: string;
  /** Cards met, and their mean predicted recall. */
  cards: number;
  recall: number | null;
  /** Decisions of first mock attempts that were right. */
  decisions: Share;
  needs: { cards: number; decisions: number };
  /** Null while either side is thin. */
  advice: Advice | null;
};

/**
 * Card recall beside mock accuracy, by topic. Recall below the target says to drill, whatever the mocks say: what
 * is not known cannot be used. Known but not used says to apply, and is said only where even the upper end of
 * the 95 % interval of the mocks lies below the recall.
 */
export function compareRecallAndUse(
  topics: readonly string[],
  mastery: readonly Mastery[],
  results: readonly MockResult[],
  target: number,
): RecallAndUse[] {
  const used = tallyDecisions(results);
  return topics.map(topic => {
    const met = mastery.filter(one => one.topic === topic && one.recall !== null);
    const cards = met.reduce((sum, one) => sum + one.met, 0);
    const recall =
      cards === 0 ? null : met.reduce((sum, one) => sum + (one.recall ?? 0) * one.met, 0) / cards;
    const decisions = used.get(topic) ?? { hits: 0, of: 0, share: null, low: 0, high: 1 };
    return {
      topic,
      cards,
      recall,
      decisions,
      needs: { cards: cardsForUse, decisions: decisionsForShare },
      advice:
        recall === null || cards < cardsForUse || decisions.of < decisionsForShare
          ? null
          : advise(recall, decisions, target),
    };
  });
}

function advise(recall: number, { high }: Share, target: number): Advice {
  if (recall < target) return 'drill';
  return high < recall ? 'apply' : 'keep';
}
