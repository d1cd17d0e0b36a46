import type { FactName, Facts } from '../../../../../src-shared/domain/facts.ts';
import type { Truth } from '../../../../../src-shared/domain/rules/conditions.ts';
import type { Verdict } from '../../../../../src-shared/domain/rules/decide.ts';
import type { DecisionId, DefaultId, OptionId } from '../../../../../src-shared/domain/rules/decisions.ts';

/** What the rules should say of some facts, worked out by hand from the text. */
export type Example = {
  /** What it shows. */
  shows: string;
  facts: Facts;
  /** The options of `shard-key`. */
  keys?: readonly OptionId[];
  best: readonly OptionId[];
  /** The rows that speak for the best options, else for the defensible ones, without the decision's name. */
  by: readonly string[];
  /** Every option that is neither best nor defensible is wrong. */
  defensible?: readonly OptionId[];
  /** Wrong options that a row speaks against; for the other wrong ones nothing speaks. */
  against?: readonly OptionId[];
  /** The unknown facts that it hangs on; none where it is settled. Left out: not looked at. */
  open?: readonly FactName[];
  /** Stated where it is not settled, but more is listed as open than can matter (docs/rules.md says why). */
  settled?: false;
  /** Left out: not looked at. */
  deciding?: readonly FactName[];
  /** Left out: not looked at. */
  defaults?: readonly DefaultId[];
  /** Left out: not looked at. */
  applies?: Truth;
};

export type Examples = { decision: DecisionId; examples: readonly Example[] };

type Outcome = {
  best: readonly string[];
  by: readonly string[];
  defensible: readonly string[];
  against: readonly string[];
  settled?: boolean;
  open?: readonly string[];
  deciding?: readonly string[];
  defaults?: readonly string[];
  applies?: Truth;
};

const sort = (names: readonly string[]) => [...names].sort();

/** What an example says, in the shape of `readOutcome`. */
export function expectedOf(example: Example): Outcome {
  const { best, by, defensible = [], against = [], open, settled, deciding, defaults, applies } = example;
  return {
    best: sort(best),
    by: sort(by),
    defensible: sort(defensible),
    against: sort(against),
    ...(settled === false && { settled }),
    ...(open && { settled: open.length === 0, open: sort(open) }),
    ...(deciding && { deciding: sort(deciding) }),
    ...(defaults && { defaults: sort(defaults) }),
    ...(applies !== undefined && { applies }),
  };
}

/** What a verdict says of the things that an example looks at. Order is no part of it. */
export function readOutcome(verdict: Verdict, example: Example): Outcome {
  const against = verdict.options.filter(one => one.standing === 'wrong' && one.rows.length > 0);
  const spoken = verdict.options.filter(
    one => one.standing === (verdict.best.length > 0 ? 'best' : 'defensible'),
  );
  const by = spoken.flatMap(one => one.rows.map(row => row.id.slice(verdict.decision.length + 1)));
  return {
    best: sort(verdict.best),
    by: sort(by),
    defensible: sort(verdict.defensible),
    against: sort(against.map(one => one.option)),
    ...(example.settled === false && { settled: verdict.settled }),
    ...(example.open && { settled: verdict.settled, open: sort(verdict.open) }),
    ...(example.deciding && { deciding: sort(verdict.deciding) }),
    ...(example.defaults && { defaults: sort(verdict.defaults) }),
    ...(example.applies !== undefined && { applies: verdict.applies }),
  };
}
