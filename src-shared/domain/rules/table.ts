import type { Facts, Hop } from '../facts.ts';
import { type Condition, yes } from './conditions.ts';
import type { DecisionId, DefaultId, OptionId } from './decisions.ts';
import type { Row } from './row.ts';
import { cachingRows } from './table/caching.ts';
import { communicationRows } from './table/communication.ts';
import { consistencyRows } from './table/consistency.ts';
import { scalingRows, tabulateShardKeys } from './table/scaling.ts';
import { storageRows } from './table/storage.ts';

/** The cheat sheet: every row of every decision but `shard-key`, whose options stand in the prompt. */
export const table: readonly Row[] = [
  ...communicationRows,
  ...storageRows,
  ...cachingRows,
  ...scalingRows,
  ...consistencyRows,
];

const rowsByDecision = Map.groupBy(table, ({ decision }) => decision);

/** The rows of one decision in their order. `keys`: the options of `shard-key`. */
export function rowsOf(decision: DecisionId, keys: readonly OptionId[] = []): readonly Row[] {
  if (decision === 'shard-key') return tabulateShardKeys(keys);
  return rowsByDecision.get(decision) ?? [];
}

/** The option that stands while nothing known moves it; null for a decision that has no such default. */
export function standingDefault(decision: DecisionId): OptionId | null {
  return table.find(row => row.decision === decision && row.when === 'otherwise')?.option ?? null;
}

/** Decisions that are asked only under a condition. */
export const askedWhere: Partial<Record<DecisionId, Condition>> = {
  partition: yes('replicated'),
  else: yes('replicated'),
};

const hopDefaults: Record<Hop, readonly DefaultId[]> = {
  cache: ['latency.cache'],
  'cache-miss': ['latency.cache', 'latency.database'],
  network: ['latency.network'],
  database: ['latency.database'],
  transatlantic: ['latency.transatlantic'],
};

/** The defaults that a row names; for a latency budget those of the path's hops. */
export function nameDefaults(row: Row, facts: Facts): readonly DefaultId[] {
  if (row.decision !== 'latency-budget') return row.names;
  return [...new Set((facts.path ?? []).flatMap(hop => hopDefaults[hop]))];
}

/** The defaults that an option stands for, whether it is right or not. */
export function nameOptionDefaults(
  facts: Facts,
  decision: DecisionId,
  option: OptionId,
  keys: readonly OptionId[] = [],
): readonly DefaultId[] {
  const row = rowsOf(decision, keys).find(one => one.option === option);
  return row ? nameDefaults(row, facts) : [];
}
