import type { Comparison, Condition, Leaf } from '../../src-shared/domain/rules/conditions.ts';
import { listLeaves } from '../../src-shared/domain/rules/conditions.ts';
import { costOf } from '../../src-shared/domain/rules/costs.ts';
import {
  type DecisionId,
  decisionIds,
  decisions,
  labelOption,
  listOptions,
} from '../../src-shared/domain/rules/decisions.ts';
import { formatLimit, formatNumber } from '../../src-shared/domain/rules/describe.ts';
import { fillLimits } from '../../src-shared/domain/rules/explain.ts';
import type { Row, Strength } from '../../src-shared/domain/rules/row.ts';
import * as shared from '../../src-shared/domain/rules/table/shared.ts';
import { askedWhere, rowsOf, table } from '../../src-shared/domain/rules/table.ts';
import { type ThresholdId, thresholds } from '../../src-shared/domain/rules/thresholds.ts';

const signs: Record<Comparison, string> = { atMost: '≤', atLeast: '≥', below: '<', above: '>' };

const strengths: Record<Strength, string> = {
  best: 'best',
  defensible: 'defensible',
  between: 'between limits',
  'ruled-out': 'ruled out',
};

/** Conditions that several tables share, by the words of their names. */
const named = new Map<Condition, string>(
  Object.entries(shared).map(([name, condition]) => [
    condition,
    name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`),
  ]),
);

/** A count of tables or items, or a ratio, needs no unit beside the fact that is named so. */
function writeLimit(limit: Extract<Leaf, { kind: 'compare' }>['limit']): string {
  if (typeof limit === 'object') return `\`${limit.fact}\``;
  const { value, unit } = thresholds[limit];
  return ['tables', 'items', 'reads per write'].includes(unit) ? formatNumber(value) : formatLimit(limit);
}

const opposites: Record<Comparison, Comparison> = {
  atMost: 'above',
  above: 'atMost',
  atLeast: 'below',
  below: 'atLeast',
};

function writeLeaf(leaf: Leaf, holds = true): string {
  if (leaf.kind === 'compare') {
    const comparison = holds ? leaf.comparison : opposites[leaf.comparison];
    return `\`${leaf.quantity}\` ${signs[comparison]} ${writeLimit(leaf.limit)}`;
  }
  const values = leaf.values.map(value => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value));
  return `\`${leaf.fact}\` is ${holds ? '' : 'not '}${values.join(' or ')}`;
}

/** A condition as a clause; `inside` puts brackets around what the condition around it could tear apart. */
function writeCondition(condition: Condition, inside = false): string {
  const name = named.get(condition);
  return name === undefined ? spellOut(condition, inside) : `*${name}*`;
}

function spellOut(condition: Condition, inside: boolean): string {
  switch (condition.kind) {
    case 'not': {
      const { of } = condition;
      const isLeaf = of.kind === 'is' || of.kind === 'compare';
      return isLeaf && !named.has(of) ? writeLeaf(of, false) : `not ${writeCondition(of, true)}`;
    }
    case 'all':
    case 'any': {
      const word = condition.kind === 'all' ? ' and ' : ' or ';
      const text = condition.of.map(part => writeCondition(part, true)).join(word);
      return inside ? `(${text})` : text;
    }
    default:
      return writeLeaf(condition);
  }
}

const writeRow = (row: Row): string =>
  [
    '',
    labelOption(row.decision, row.option),
    strengths[row.strength],
    row.when === 'otherwise' ? '*otherwise*' : writeCondition(row.when),
    fillLimits(row.because),
    row.names.map(name => `\`${name}\``).join(', ') || 'those of the path',
    '',
  ]
    .join(' | ')
    .trim();

function listUsers(id: ThresholdId): string {
  const users = table.filter(({ when }) => {
    if (when === 'otherwise') return false;
    return listLeaves(when).some(leaf => leaf.kind === 'compare' && leaf.limit === id);
  });
  return [...new Set(users.map(row => row.decision))].join(', ');
}

function writeThreshold([id, { value, unit, source }]: [string, (typeof thresholds)[ThresholdId]]): string {
  const known = Object.keys(thresholds).find((one): one is ThresholdId => one === id);
  return `| \`${id}\` | ${formatNumber(value)} | ${unit} | ${source} | ${known ? listUsers(known) : ''} |`;
}

function writeCosts(decision: DecisionId): string[] {
  return listOptions(decision).flatMap(option => {
    const cost = costOf(decision, option);
    return cost ? [`| ${decision} | ${option} | \`${cost.id}\` | ${cost.says} |`] : [];
  });
}

/** `docs/rules-table.md`: the limits and every row, as the code has them. */
export function writeRulesDocument(): string {
  const sections = decisionIds
    .filter(id => id !== 'shard-key')
    .map(id => {
      const asked = askedWhere[id];
      return [
        `## ${decisions[id].name}: \`${id}\``,
        '',
        ...(asked ? [`Asked only where ${writeCondition(asked)}.`, ''] : []),
        '| option | stands | where | because | default |',
        '|---|---|---|---|---|',
        ...rowsOf(id).map(writeRow),
        '',
      ].join('\n');
    });
  return [
    '# Limits and rows',
    '',
    '<!-- Written by `npm run docs:rules` from src-shared/domain/rules. -->',
    '',
    'Every number and every row that decides. [How a decision is reached](rules.md) tells how to read them.',
    '',
    '## Limits',
    '',
    'Limits that no row compares with serve quantities, arithmetic, marking or the drawing of scenarios.',
    '',
    '| limit | value | unit | source | rows of |',
    '|---|---|---|---|---|',
    ...Object.entries(thresholds).map(writeThreshold),
    '',
    '## Conditions with a name',
    '',
    '| name | holds where |',
    '|---|---|',
    ...[...named].map(([condition, name]) => `| *${name}* | ${spellOut(condition, false)} |`),
    '',
    ...sections,
    '## Costs',
    '',
    'What an interviewer who asks “why not …?” wants to hear. Attempts name a cost by its id.',
    '',
    '| decision | option | cost | in words |',
    '|---|---|---|---|',
    ...decisionIds.flatMap(writeCosts),
    '',
  ].join('\n');
}
