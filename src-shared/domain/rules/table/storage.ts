import { above, all, any, atLeast, atMost, below, is, not } from '../conditions.ts';
import { tabulate } from '../row.ts';
import { overloaded, oversized, strongNeeded } from './shared.ts';

const manyJoins = atLeast('joined_tables', 'storage.joins-need-sql');

const storage = tabulate('storage', { relational: ['storage.relational'], nosql: ['storage.nosql'] }, [
  {
    id: 'strong',
    option: 'relational',
    strength: 'best',
    when: strongNeeded,
    because: 'Transactions keep what must be right at every moment.',
  },
  {
    id: 'joins',
    option: 'relational',
    strength: 'best',
    when: manyJoins,
    because: 'It joins in one query what another store would leave to the application.',
  },
  {
    id: 'flexible',
    option: 'nosql',
    strength: 'best',
    when: all(is('schema', 'flexible'), not(strongNeeded), not(manyJoins)),
    because: 'Documents of any shape live side by side, and nothing here needs joins or transactions.',
  },
  {
    id: 'scale',
    option: 'nosql',
    strength: 'best',
    when: all(
      any(overloaded, oversized),
      atMost('joined_tables', 'storage.joins-allow-nosql'),
      not(strongNeeded),
    ),
    because: 'One server is too small, and with hardly a join it spreads over many without effort.',
  },
  {
    id: 'default',
    option: 'relational',
    strength: 'best',
    when: 'otherwise',
    because: 'Nothing here moves the default: structured data, clear relationships, strong consistency.',
  },
]);

const repairsTooMuch = above('fan_out', 'read-shape.fan-out');

const readShape = tabulate(
  'read-shape',
  { normalized: ['read.normalized'], denormalized: ['read.denormalized'] },
  [
    {
      id: 'copies',
      option: 'denormalized',
      strength: 'best',
      when: all(
        atLeast('reads_to_writes', 'read-shape.ratio-copies'),
        atLeast('joined_tables', 'read-shape.joins-copies'),
        atMost('fan_out', 'read-shape.fan-out'),
      ),
      because: 'The joins are saved on nearly every request, and the copies can still be repaired.',
    },
    {
      id: 'few-reads',
      option: 'normalized',
      strength: 'best',
      when: below('reads_to_writes', 'read-shape.ratio-tables'),
      because: 'Too few reads to pay for repairing copies.',
    },
    {
      id: 'few-joins',
      option: 'normalized',
      strength: 'best',
      when: atMost('joined_tables', 'read-shape.joins-tables'),
      because: 'The join is cheap, so copies would save nothing.',
    },
    {
      id: 'repairs',
      option: 'normalized',
      strength: 'best',
      when: repairsTooMuch,
      because: 'Repairing copies would cost more than the joins.',
    },
    ...(['normalized', 'denormalized'] as const).map(option => ({
      id: `between-${option}`,
      option,
      strength: 'between' as const,
      when: all(
        atLeast('reads_to_writes', 'read-shape.ratio-tables'),
        above('joined_tables', 'read-shape.joins-tables'),
        any(
          below('reads_to_writes', 'read-shape.ratio-copies'),
          below('joined_tables', 'read-shape.joins-copies'),
        ),
        not(repairsTooMuch),
      ),
      because: 'Joins and repairs weigh about the same.',
    })),
    {
      id: 'default',
      option: 'normalized',
      strength: 'best',
      when: 'otherwise',
      because: 'Nothing here moves the default: no duplicated data, nothing to repair.',
    },
  ],
);

const index = tabulate('index', { btree: ['index.btree'], fulltext: ['index.fulltext'] }, [
  {
    id: 'text',
    option: 'fulltext',
    strength: 'best',
    when: is('query', 'text'),
    because: 'It finds words wherever they stand; fed by change data capture, it lags slightly behind.',
  },
  {
    id: 'default',
    option: 'btree',
    strength: 'best',
    when: 'otherwise',
    because: 'It keeps keys in order, so exact look-ups and ranges are both short walks.',
  },
]);

/** Storage model, read shape and index. */
export const storageRows = [...storage, ...readShape, ...index];
