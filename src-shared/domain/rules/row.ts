import type { Condition } from './conditions.ts';
import type { DecisionId, DefaultId, OptionId } from './decisions.ts';

/**
 * What a row says of its option. `between`: between two limits, where this option and its neighbour are both
 * defensible and none is best. `ruled-out`: wrong whatever else holds.
 */
export type Strength = 'best' | 'defensible' | 'between' | 'ruled-out';

/** One line of the cheat sheet. */
export type Row = {
  /** Stable name, `decision.what`. */
  id: string;
  decision: DecisionId;
  option: OptionId;
  strength: Strength;
  /** `otherwise`: the default, which stands unless a best or between row of its decision holds. */
  when: Condition | 'otherwise';
  /** Why, as one sentence that follows the facts. A limit stands as its id in braces, e.g. `{database.rate}`. */
  because: string;
  names: readonly DefaultId[];
};

/** A row without what its table knows already. */
type Line = Omit<Row, 'decision' | 'names' | 'id'> & { id: string; names?: readonly DefaultId[] };

/** The rows of one decision; `names` gives the default that each option stands for. */
export function tabulate(
  decision: DecisionId,
  names: Readonly<Record<OptionId, readonly DefaultId[]>>,
  lines: readonly Line[],
): Row[] {
  return lines.map(line => ({
    ...line,
    id: `${decision}.${line.id}`,
    decision,
    names: line.names ?? names[line.option] ?? [],
  }));
}
