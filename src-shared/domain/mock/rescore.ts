import { decisions } from '../rules/decisions.ts';
import type { DecisionVerdict } from './judge.ts';
import type { Prompt } from './prompt.ts';
import type { MockVerdict } from './score.ts';

/** What a comparison reads of a verdict, so that it can be made with one that older rules gave. */
export type ComparedVerdict = Pick<MockVerdict, 'rulesVersion' | 'total'> & {
  decisions: readonly Pick<DecisionVerdict, 'stage' | 'part' | 'decision' | 'standing' | 'credit'>[];
};

/** What became of one decision; null where it was not scored then, or is not now. */
export type DecisionChange = {
  stage: number;
  part: string;
  decision: DecisionVerdict['decision'];
  before: Pick<DecisionVerdict, 'standing' | 'credit'> | null;
  after: Pick<DecisionVerdict, 'standing' | 'credit'> | null;
};

/** An attempt's old verdict beside one under the present rules. */
export type Rescoring = {
  versions: { before: number; after: number };
  totals: { before: number; after: number };
  changes: DecisionChange[];
};

/** Compares the verdict that was given with one under other rules, decision by decision. */
export function compareVerdicts(old: ComparedVerdict, fresh: ComparedVerdict): Rescoring {
  const nameOf = ({ stage, part, decision }: ComparedVerdict['decisions'][number]) =>
    `${stage} ${part} ${decision}`;
  const now = new Map(fresh.decisions.map(one => [nameOf(one), one]));
  const then = new Map(old.decisions.map(one => [nameOf(one), one]));
  const read = (one: ComparedVerdict['decisions'][number] | undefined) =>
    one ? { standing: one.standing, credit: one.credit } : null;
  const changes = [...new Map([...then, ...now])].flatMap(([name, { stage, part, decision }]) => {
    const [before, after] = [read(then.get(name)), read(now.get(name))];
    const same = before?.standing === after?.standing && before?.credit === after?.credit;
    return same ? [] : [{ stage, part, decision, before, after }];
  });
  return {
    versions: { before: old.rulesVersion, after: fresh.rulesVersion },
    totals: { before: old.total, after: fresh.total },
    changes,
  };
}

const standingNames: Record<DecisionVerdict['standing'], string> = {
  best: 'best',
  defensible: 'defensible',
  unasked: 'right for what was known',
  wrong: 'wrong',
  missing: 'left open',
};

/** A change as a sentence: `Booking seats, consistency: wrong (0) before, best (0.5) now.` */
export function writeChange(
  prompt: Prompt,
  { stage, part, decision, before, after }: DecisionChange,
): string {
  const name = prompt.parts.find(({ id }) => id === part)?.name ?? part;
  const twist = stage === 0 ? '' : `, after “${prompt.twists[stage - 1]?.title ?? stage}”`;
  const tell = (one: DecisionChange['before']): string =>
    one ? `${standingNames[one.standing]} (${Number(one.credit.toFixed(2))})` : 'not scored';
  return `${name}, ${decisions[decision].name}${twist}: ${tell(before)} before, ${tell(after)} now.`;
}
