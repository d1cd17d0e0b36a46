import type { FactName } from '../../../src-shared/domain/facts.ts';
import { factMeta, factNames } from '../../../src-shared/domain/facts.ts';
import { keyOf } from '../../../src-shared/domain/mock/attempt.ts';
import { phaseOf } from '../../../src-shared/domain/mock/phases.ts';
import type { Played } from '../../../src-shared/domain/mock/play.ts';
import type { Pair, Prompt } from '../../../src-shared/domain/mock/prompt.ts';
import { listGroups, nameGroup } from '../../../src-shared/domain/mock/reasons.ts';
import { findStatement, gatherFacts } from '../../../src-shared/domain/mock/stage.ts';
import { decide, listRelevantFacts } from '../../../src-shared/domain/rules/decide.ts';
import {
  type DecisionId,
  decisionIds,
  decisions,
  labelOption,
  listOptions,
} from '../../../src-shared/domain/rules/decisions.ts';
import { capitalize, describeFact, joinClauses } from '../../../src-shared/domain/rules/describe.ts';
import type { Cell } from '../../../src-shared/ipc/mock-contract.ts';
import type { Attempt } from './attempts.ts';

/** An option or a value with what it is called. */
export type Labelled = { id: string; label: string };

/** The name of a part. */
export function namePart(prompt: Prompt, part: string): string {
  return prompt.parts.find(({ id }) => id === part)?.name ?? capitalize(part.replaceAll('-', ' '));
}

/** The name of a decision at the head of a row: `Read shape`. */
export function nameDecision(decision: DecisionId): string {
  return capitalize(decisions[decision].name);
}

/**
 * The pairs on the board. Guided: the scored ones, and beside them every one that the facts, were all of them
 * told, would settle; so that the board does not tell which count. Open: those that were raised.
 */
export function listBoard({ start }: Attempt, played: Played): Pair[] {
  const { prompt, level } = start;
  const now = played.boards.at(-1);
  return prompt.parts.flatMap(({ id: part }) =>
    decisionIds.flatMap(decision => {
      const scored = prompt.score.find(one => one.part === part && one.decision === decision);
      const pair = scored ?? { part, decision, keys: listKeys(prompt, part, decision) };
      const shown = level === 'open' ? now?.has(keyOf(part, decision)) : scored || isSettled(prompt, pair);
      return shown ? [pair] : [];
    }),
  );
}

/** Whether all the facts together settle a decision of a part before any twist. */
function isSettled(prompt: Prompt, { part, decision, keys }: Pair): boolean {
  if (decision === 'shard-key') return false;
  const facts = gatherFacts(prompt, part, 0);
  const { applies, settled } = decide(facts, decision, keys);
  return applies === true && settled && listRelevantFacts(decision).some(name => facts[name] !== undefined);
}

/** The keys that a prompt names for the shard key of a part; those of all parts where it has none of its own. */
function listKeys(prompt: Prompt, part: string, decision: DecisionId): string[] {
  if (decision !== 'shard-key') return [];
  const own = prompt.score.find(one => one.part === part && one.decision === decision)?.keys;
  return own ?? [...new Set(prompt.score.flatMap(({ keys }) => keys ?? []))];
}

/** The options of a pair as they are shown. */
export function listPairOptions({ decision, keys }: Pick<Pair, 'decision' | 'keys'>): Labelled[] {
  const ids = decision === 'shard-key' ? (keys ?? []) : listOptions(decision);
  return ids.map(id => ({ id, label: capitalize(labelOption(decision, id)) }));
}

/** What may be raised at the open level, for any part. */
export function listPalette({
  start,
}: Attempt): { decision: DecisionId; name: string; options: Labelled[] }[] {
  if (start.level !== 'open') return [];
  return decisionIds.flatMap(decision => {
    const options = listPairOptions({ decision, keys: listKeys(start.prompt, '', decision) });
    return options.length === 0 ? [] : [{ decision, name: nameDecision(decision), options }];
  });
}

/** A pair of the board with all that can be done in it. */
export function viewCell(prompt: Prompt, pair: Pair, played: Played): Cell {
  const { part, decision } = pair;
  const choice = played.boards.at(-1)?.get(keyOf(part, decision));
  const stage = played.boards.length - 1;
  return {
    part,
    decision,
    phase: phaseOf[decision],
    options: listPairOptions(pair),
    citable: listCitable(prompt, part, played),
    assumable: listRelevantFacts(decision)
      .filter(fact => !isKnown(prompt, part, fact, played, stage))
      .map(describeAssumable),
    choice: choice
      ? {
          option: choice.option,
          facts: [...choice.facts],
          nothing: choice.nothing,
          confidence: choice.confidence,
          stage: choice.stage,
        }
      : null,
  };
}

/** Whether the fact behind a part is known to the candidate. */
export function isKnown(
  prompt: Prompt,
  part: string,
  fact: FactName,
  played: Played,
  stage = played.boards.length - 1,
): boolean {
  const statement = findStatement(prompt, part, fact, stage);
  return statement !== null && played.known.has(statement);
}

/** Known facts of a part, in groups that count as one. */
export function listCitable(prompt: Prompt, part: string, played: Played): Cell['citable'] {
  const facts = gatherFacts(prompt, part, played.boards.length - 1, played.known);
  const known = factNames.filter(name => facts[name] !== undefined);
  return listGroups(known).map(group => {
    const together = known.filter(name => nameGroup(name) === group);
    const clauses = together.flatMap(name => {
      const value = facts[name];
      return value === undefined ? [] : [describeFact(name, value)];
    });
    return { facts: together, label: capitalize(joinClauses(clauses)) };
  });
}

function describeAssumable(fact: FactName): Cell['assumable'][number] {
  const meta = factMeta[fact];
  const named = { fact, label: capitalize(nameFact(fact)) };
  if (meta.kind === 'enum') {
    const values = Object.entries(meta.says).map(([value, label]) => ({ value, label: capitalize(label) }));
    return { ...named, values, unit: '' };
  }
  if (meta.kind === 'boolean') {
    const values = [
      { value: true, label: capitalize(meta.says.yes) },
      { value: false, label: capitalize(meta.says.no) },
    ];
    return { ...named, values, unit: '' };
  }
  return { ...named, values: null, unit: meta.kind === 'number' ? nameUnit(meta.unit) : '' };
}

function nameUnit(unit: Extract<(typeof factMeta)[FactName], { kind: 'number' }>['unit']): string {
  if (unit === 'seconds') return 's';
  if (unit === 'milliseconds') return 'ms';
  if (unit === 'ratio') return 'times';
  return typeof unit === 'string' ? unit : unit.many;
}

/** A fact by its name alone: `reads a second`, `stale read harm`. */
export function nameFact(fact: FactName): string {
  return fact
    .replace(/_per_s$/, ' a second')
    .replace(/_(s|ms)$/, '')
    .replaceAll('_', ' ');
}
