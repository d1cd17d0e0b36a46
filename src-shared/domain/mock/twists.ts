import { keyOf } from './attempt.ts';
import { type DecisionVerdict, judgeChoice } from './judge.ts';
import type { Played } from './play.ts';
import type { Pair, Prompt } from './prompt.ts';

/** The verdicts on one pair that count: at the start, after each twist that turned it, and where it was spoilt. */
export type PairVerdicts = { first: DecisionVerdict; turned: DecisionVerdict[]; spoilt: DecisionVerdict[] };

/**
 * Judges a pair at each stage on that stage's facts. A twist that turns it makes it count anew. One that leaves it
 * alone asks nothing, but whoever changes it then for a worse answer loses what it had: the credit that it last
 * earned falls to that of the worse one.
 */
export function judgeStages(prompt: Prompt, pair: Pair, played: Played): PairVerdicts {
  const at = (stage: number): DecisionVerdict =>
    judgeChoice(prompt, pair, stage, played.boards[stage]?.get(keyOf(pair.part, pair.decision)));
  const first = at(0);
  const counting = [first];
  const spoilt: DecisionVerdict[] = [];
  let before = first;
  for (let stage = 1; stage <= prompt.twists.length; stage++) {
    const now = at(stage);
    const turned = now.expected.best.join() !== before.expected.best.join();
    const last = counting.at(-1);
    if (turned) counting.push(now);
    else if (last && now.chosen !== null && now.chosen !== before.chosen && now.credit < last.credit) {
      counting[counting.length - 1] = { ...last, credit: now.credit, lost: stage };
      spoilt.push(now);
    }
    before = now;
  }
  const [start = first, ...turned] = counting;
  return { first: start, turned, spoilt };
}
