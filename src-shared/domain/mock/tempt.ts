import { type FactName, type Facts, type FactValue, factMeta } from '../facts.ts';
import { listRelevantFacts, programFor, restrict, stand } from '../rules/decide.ts';
import type { DecisionId, OptionId } from '../rules/decisions.ts';

/** A number is moved on by factors of ten, so often: past every limit of the rules. */
const DECADES = 9;

/**
 * Whether a change of facts tempts a candidate to change an answer that it leaves as it is. It does where the changed
 * facts, looked at by themselves, speak for another answer, or where one of them came nearer to turning it: moved on
 * in the same way it would.
 */
export function isTempting(
  before: Facts,
  after: Facts,
  decision: DecisionId,
  keys: readonly OptionId[] = [],
): boolean {
  const program = programFor(after, decision, keys);
  const answer = (facts: Facts): string => stand(program, facts).best.join();
  const moved = listRelevantFacts(decision).filter(name => !isSame(before[name], after[name]));
  const right = answer(after);
  if (moved.length === 0 || answer(before) !== right) return false;
  const alone = answer(restrict(after, moved));
  if (alone !== right && alone !== answer({})) return true;
  return moved.some(name =>
    listFurther(name, before[name], after[name]).some(value => answer({ ...after, [name]: value }) !== right),
  );
}

const isSame = (one: FactValue | undefined, other: FactValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The values that lie on in the direction of a change; none where it has no direction. */
function listFurther(fact: FactName, from: FactValue | undefined, to: FactValue | undefined): FactValue[] {
  if (typeof from === 'number' && typeof to === 'number') {
    const step = to > from ? 10 : 0.1;
    return Array.from({ length: DECADES }, (_, decade) => to * step ** (decade + 1));
  }
  const meta = factMeta[fact];
  if (meta.kind !== 'enum' || !meta.ordered || from === undefined) return [];
  const values = Object.keys(meta.says);
  const [start, end] = [values.indexOf(String(from)), values.indexOf(String(to))];
  return values.filter((_, at) => (end > start ? at > end : at < end));
}
