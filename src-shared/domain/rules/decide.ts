import type { FactName, Facts } from '../facts.ts';
import {
  compile,
  listFacts,
  listLeaves,
  listUnknownFacts,
  negate,
  type Test,
  type Truth,
} from './conditions.ts';
import { type DecisionId, type DefaultId, decisionIds, listOptions, type OptionId } from './decisions.ts';
import type { Row } from './row.ts';
import { askedWhere, nameDefaults, rowsOf } from './table.ts';

/** How an option stands under the known facts. */
export type Standing = 'best' | 'defensible' | 'wrong';

export type OptionVerdict = {
  option: OptionId;
  standing: Standing;
  /** The rows that make it so; none where it is wrong because nothing speaks for it. */
  rows: readonly Row[];
};

/**
 * What the rules say of one decision. The options stand as the known facts have it, so that the default stands
 * while nothing known moves it.
 */
export type Verdict = {
  decision: DecisionId;
  /** Whether the decision is asked at all; `unknown` where that fact is. */
  applies: Truth;
  /** Every option in its order, each with exactly one standing. */
  options: readonly OptionVerdict[];
  best: readonly OptionId[];
  defensible: readonly OptionId[];
  wrong: readonly OptionId[];
  /** No unknown fact could change which options are best. */
  settled: boolean;
  /** Unknown facts that it hangs on: every one that could change it, and perhaps some that cannot in the end. */
  open: readonly FactName[];
  /** Known facts that decide, none to spare: without any one of them another answer could be best. */
  deciding: readonly FactName[];
  /** The defaults that the best options name; between two limits those of the defensible ones. */
  defaults: readonly DefaultId[];
};

type CompiledRow = { row: Row; sure: Test | null; soFar: Test | null };

/** The rows of one decision made ready. `null` tests are the default row's. */
type Program = {
  decision: DecisionId;
  options: readonly OptionId[];
  rows: readonly CompiledRow[];
  /** Where the default row stands; -1 where there is none. */
  otherwise: number;
  /** Where the rows stand that move the default; for what is sure, those of its own option are spared. */
  moving: { sure: readonly number[]; soFar: readonly number[] };
  facts: readonly FactName[];
  asked: Test;
};

/** Makes the rows of one decision ready to be asked often. */
export function prepare(
  decision: DecisionId,
  rows: readonly Row[],
  options: readonly OptionId[] = listOptions(decision),
): Program {
  const asked = askedWhere[decision];
  const leaves = rows.flatMap(({ when }) => (when === 'otherwise' ? [] : listLeaves(when)));
  const otherwise = rows.findIndex(({ when }) => when === 'otherwise');
  const soFar = rows.flatMap(({ strength }, index) =>
    strength === 'between' || strength === 'best' ? [index] : [],
  );
  const spared = (index: number): boolean =>
    rows[index]?.strength === 'best' && rows[index]?.option === rows[otherwise]?.option;
  return {
    decision,
    options,
    otherwise,
    moving: { soFar, sure: soFar.filter(index => !spared(index)) },
    rows: rows.map(row => ({
      row,
      sure: row.when === 'otherwise' ? null : compile(row.when, 'unknown'),
      soFar: row.when === 'otherwise' ? null : compile(row.when, false),
    })),
    facts: [...new Set(leaves.flatMap(listFacts))],
    asked: asked ? compile(asked, 'unknown') : () => true,
  };
}

const programs = new Map(decisionIds.map(id => [id, prepare(id, rowsOf(id))]));

/** The program of a decision; for `shard-key` made for the keys of the prompt. */
export function programOf(decision: DecisionId, keys: readonly OptionId[] = []): Program {
  const ready = decision === 'shard-key' ? undefined : programs.get(decision);
  return ready ?? prepare(decision, rowsOf(decision, keys), keys);
}

/** The facts that a decision can turn on, in the order of its rows. */
export function listRelevantFacts(decision: DecisionId): readonly FactName[] {
  return decision === 'shard-key' ? ['access_by'] : programOf(decision).facts;
}

/** The program for what is known: a shard key that reads come by is an option even where the prompt does not list it. */
export function programFor(facts: Facts, decision: DecisionId, keys: readonly OptionId[] = []): Program {
  if (decision !== 'shard-key' || facts.access_by === undefined) return programOf(decision, keys);
  return programOf(decision, [...new Set([...keys, facts.access_by])]);
}

/**
 * Decides. `keys` are the options of `shard-key`; the key of the main access pattern is one of them even where
 * it is not listed. Deterministic; takes some tens of microseconds at most.
 */
export function decide(facts: Facts, decision: DecisionId, keys: readonly OptionId[] = []): Verdict {
  return judge(programFor(facts, decision, keys), facts);
}

/** Decides with a program of one's own. */
export function judge(program: Program, facts: Facts): Verdict {
  const { options, best, settled, sure } = weigh(program, facts);
  const pick = (standing: Standing) => options.filter(one => one.standing === standing);
  const [defensible, wrong] = [pick('defensible'), pick('wrong')];
  const naming = best.length > 0 ? pick('best') : defensible;
  return {
    decision: program.decision,
    applies: program.asked(facts),
    options,
    best,
    defensible: defensible.map(one => one.option),
    wrong: wrong.map(one => one.option),
    settled,
    open: settled ? [] : listOpenFacts(program, sure, facts),
    deciding: findDecidingFacts(program, facts, best, settled),
    defaults: [...new Set(naming.flatMap(one => one.rows.flatMap(row => nameDefaults(row, facts))))],
  };
}

/** How each option stands as far as the facts are known, and which are best. */
export function stand(program: Program, facts: Facts) {
  const truths = evaluate(program, facts, 'soFar');
  const options = program.options.map(option => judgeOption(program, truths, option));
  const best = options.filter(one => one.standing === 'best').map(one => one.option);
  return { options, best };
}

/** The part of a verdict that needs no search: how each option stands, and whether the known facts settle it. */
export function weigh(program: Program, facts: Facts) {
  const stands = stand(program, facts);
  const sure = evaluate(program, facts, 'sure');
  return { ...stands, settled: isSettled(program, sure, stands.best), sure };
}

/**
 * Whether each row holds. The default row holds where no best or between row does. For what is sure, best rows of
 * the default's own option need not be known: whether they hold or not, it is best unless another row moves it.
 */
function evaluate({ rows, otherwise, moving }: Program, facts: Facts, mode: 'sure' | 'soFar'): Truth[] {
  const truths = rows.map(compiled => compiled[mode]?.(facts) ?? false);
  if (otherwise >= 0) truths[otherwise] = negate(anyOf(moving[mode].map(index => truths[index] ?? false)));
  return truths;
}

function anyOf(truths: readonly Truth[]): Truth {
  return truths.includes(true) || (truths.includes('unknown') && 'unknown');
}

function judgeOption(program: Program, truths: readonly Truth[], option: OptionId): OptionVerdict {
  const rows = program.rows
    .filter(({ row }, index) => row.option === option && truths[index] === true)
    .map(({ row }) => row);
  const of = (...strengths: Row['strength'][]) => rows.filter(row => strengths.includes(row.strength));
  const against = of('ruled-out');
  if (against.length > 0) return { option, standing: 'wrong', rows: against };
  const best = of('best');
  if (best.length > 0) return { option, standing: 'best', rows: best };
  const defensible = of('defensible', 'between');
  return { option, standing: defensible.length > 0 ? 'defensible' : 'wrong', rows: defensible };
}

/** Whether the known facts alone make exactly these options best. */
function isSettled(program: Program, sure: readonly Truth[], best: readonly OptionId[]): boolean {
  return program.options.every(option => {
    const isBest = combineRows(program, sure, option, 'best');
    const ruledOut = combineRows(program, sure, option, 'ruled-out');
    if (best.includes(option)) return isBest === true && ruledOut === false;
    return isBest === false || ruledOut === true;
  });
}

function combineRows(
  program: Program,
  truths: readonly Truth[],
  option: OptionId,
  strength: Row['strength'],
): Truth {
  return anyOf(
    truths.filter((_, index) => {
      const row = program.rows[index]?.row;
      return row?.option === option && row.strength === strength;
    }),
  );
}

/** A defensible row changes no best option, so what keeps it open does not count. */
function listOpenFacts(program: Program, sure: readonly Truth[], facts: Facts): FactName[] {
  const open = program.rows.flatMap(({ row: { when, strength } }, index) =>
    sure[index] === 'unknown' && strength !== 'defensible' && when !== 'otherwise'
      ? listUnknownFacts(when, facts)
      : [],
  );
  return [...new Set(open)];
}

function isSameBest(program: Program, facts: Facts, best: readonly OptionId[], settled: boolean): boolean {
  if (settled) return isSettled(program, evaluate(program, facts, 'sure'), best);
  const now = stand(program, facts).best;
  return now.length === best.length && now.every(option => best.includes(option));
}

/**
 * Drops one known fact after the other while the answer stays; what is left decides. Where the answer is not
 * settled, a fact can become spare by the loss of another, so it goes round until none is.
 */
function findDecidingFacts(
  program: Program,
  facts: Facts,
  best: readonly OptionId[],
  settled: boolean,
): FactName[] {
  const isEnough = (names: readonly FactName[]) => isSameBest(program, restrict(facts, names), best, settled);
  if (isEnough([])) return [];
  let left = program.facts.filter(name => facts[name] !== undefined);
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    for (const name of left.toReversed()) {
      const without = left.filter(other => other !== name);
      if (isEnough(without)) left = without;
    }
  }
  return left;
}

/** Only the named facts; the others become unknown. */
export function restrict(facts: Facts, names: readonly FactName[]): Facts {
  return Object.fromEntries(names.map(name => [name, facts[name]]));
}

/**
 * Every minimal set of known facts that decides, smallest first, in the order of the facts. Where the default
 * stands because nothing known moves it, the only set is empty.
 */
export function listDecidingSets(
  facts: Facts,
  decision: DecisionId,
  keys: readonly OptionId[] = [],
): FactName[][] {
  const program = programOf(decision, keys);
  const { best, settled } = judge(program, facts);
  const known = program.facts.filter(name => facts[name] !== undefined);
  const minimal: FactName[][] = [];
  for (let size = 0; size <= known.length; size++) {
    for (const set of listSubsets(known, size)) {
      if (minimal.some(smaller => smaller.every(name => set.includes(name)))) continue;
      if (isSameBest(program, restrict(facts, set), best, settled)) minimal.push(set);
    }
  }
  return minimal;
}

function listSubsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    listSubsets(items.slice(index + 1), size - 1).map(rest => [item, ...rest]),
  );
}
