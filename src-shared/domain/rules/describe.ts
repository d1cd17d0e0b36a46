import { type FactName, type Facts, type FactValue, factMeta, type Hop, hops, type Unit } from '../facts.ts';
import type { Leaf } from './conditions.ts';
import { measure, type QuantityId, quantityOf } from './quantities.ts';
import { type ThresholdId, thresholds } from './thresholds.ts';

const scales: readonly (readonly [number, string])[] = [
  [1e15, 'PB'],
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'KB'],
];

/** A number as people write it: thousands set apart, decimals up to three figures in all, below 1 up to two. */
export function formatNumber(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'infinitely many';
  const short = value >= 100 ? value.toFixed(0) : value >= 1 ? value.toPrecision(3) : value.toPrecision(2);
  const [whole = '0', part] = String(Number(short)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** A number with its unit: `40,000 reads/s`, `12 TB`, `5 min`, `20 ms`; a ratio stands alone. */
export function formatAmount(value: number, unit: Unit): string {
  if (unit === 'ratio') return formatNumber(value);
  if (unit === 'milliseconds') return `${formatNumber(value)} ms`;
  if (unit === 'seconds') return formatSeconds(value);
  if (unit === 'bytes') return formatBytes(value);
  const number = formatNumber(value);
  return `${number} ${number === '1' ? unit.one : unit.many}`;
}

function formatSeconds(value: number): string {
  if (value > 0 && value < 1) return `${formatNumber(value * 1000)} ms`;
  if (value >= 86_400) return value === 86_400 ? '1 day' : `${formatNumber(value / 86_400)} days`;
  if (value >= 3_600) return `${formatNumber(value / 3_600)} h`;
  return value >= 120 ? `${formatNumber(value / 60)} min` : `${formatNumber(value)} s`;
}

function formatBytes(value: number): string {
  const [size, name] = scales.find(([least]) => value >= least) ?? [1, value === 1 ? 'byte' : 'bytes'];
  return `${formatNumber(value / size)} ${name}`;
}

/** A fact's value alone, with its unit: `40,000 reads/s`, `yes`, `a cache hit`. */
export function formatFact(name: FactName, value: FactValue | readonly string[]): string {
  const meta = factMeta[name];
  if (meta.kind === 'number' && typeof value === 'number') return formatAmount(value, meta.unit);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? formatPath(value) : String(value).replaceAll('-', ' ');
}

const hopNames: Record<Hop, { one: string; many: string }> = {
  cache: { one: 'a cache hit', many: 'cache hits' },
  'cache-miss': { one: 'a cache miss', many: 'cache misses' },
  network: { one: 'a call inside the data centre', many: 'calls inside the data centre' },
  database: { one: 'a database query', many: 'database queries' },
  transatlantic: { one: 'a trip over the Atlantic', many: 'trips over the Atlantic' },
};

/** Hops as a list with each kind counted, e.g. `2 calls inside the data centre and a database query`. */
function formatPath(path: readonly string[]): string {
  const kinds = hops.filter(hop => path.includes(hop)).sort((a, b) => path.indexOf(a) - path.indexOf(b));
  return joinClauses(
    kinds.map(kind => {
      const count = path.filter(hop => hop === kind).length;
      return count === 1 ? hopNames[kind].one : `${count} ${hopNames[kind].many}`;
    }),
  );
}

/** A fact as a clause in the present tense: `only the server pushes`, `it takes 40,000 reads/s`. */
export function describeFact(name: FactName, value: FactValue): string {
  const meta = factMeta[name];
  if (meta.kind === 'enum') {
    const says: Readonly<Record<string, string>> = meta.says;
    return says[String(value)] ?? String(value);
  }
  if (meta.kind === 'boolean') return value === true ? meta.says.yes : meta.says.no;
  return meta.says.replace('{v}', formatFact(name, value));
}

/** A quantity as a clause: `reads to writes are 40:1`. Null while a fact behind it is unknown. */
export function describeQuantity(id: QuantityId, facts: Facts): string | null {
  const value = measure(id, facts);
  const { unit, says } = quantityOf(id);
  if (id === 'reads_to_writes' && value !== null) return describeRatio(value);
  return value === null ? null : says.replace('{v}', formatAmount(value, unit));
}

/** The larger side is counted against one of the other, since `0.008:1` says little. */
function describeRatio(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'there are only reads';
  const ratio = value > 0 && value < 1 ? `1:${formatNumber(1 / value)}` : `${formatNumber(value)}:1`;
  return quantityOf('reads_to_writes').says.replace('{v}', ratio);
}

/** What a leaf sees in the facts, as clauses: its quantity, and the fact that it is held against. */
export function describeLeaf(leaf: Leaf, facts: Facts): string[] {
  if (leaf.kind === 'is') {
    const value = facts[leaf.fact];
    return value === undefined ? [] : [describeFact(leaf.fact, value)];
  }
  const clauses = [describeQuantity(leaf.quantity, facts)];
  if (typeof leaf.limit === 'object') clauses.push(describeQuantity(leaf.limit.fact, facts));
  return clauses.filter(clause => clause !== null);
}

/** A limit of the table with its unit: `50,000 transactions/s`, `10 TB`. */
export function formatLimit(id: ThresholdId): string {
  const { value, unit } = thresholds[id];
  return unit === 'bytes' ? formatBytes(value) : `${formatNumber(value)} ${unit}`;
}

/**
 * Clauses as one: `a`, `a and b`, `a, b and c`. One that begins like the one before, up to its number, is not
 * begun again: `it takes 9 reads/s and 2 writes/s`.
 */
export function joinClauses(clauses: readonly string[]): string {
  const whole = [...new Set(clauses)];
  const unique = whole.map((clause, index) => {
    const start = clause.match(/^\D+(?=\d)/)?.[0];
    return start && whole[index - 1]?.match(/^\D+(?=\d)/)?.[0] === start
      ? clause.slice(start.length)
      : clause;
  });
  const last = unique.pop() ?? '';
  return unique.length === 0 ? last : `${unique.join(', ')} and ${last}`;
}

/** The same text with a capital first letter; a name such as gRPC stays as it is. */
export function capitalize(text: string): string {
  return text.replace(/^[a-z](?![A-Z])/, first => first.toUpperCase());
}
