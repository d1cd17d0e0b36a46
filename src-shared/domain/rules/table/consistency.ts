import { above, all, atMost, is } from '../conditions.ts';
import { tabulate } from '../row.ts';
import { staleHurts } from './shared.ts';

const clash = is('write_conflict_harm', 'irreversible');

const consistency = tabulate(
  'consistency',
  { eventual: ['consistency.eventual'], strong: ['consistency.strong'] },
  [
    {
      id: 'stale-read',
      option: 'strong',
      strength: 'best',
      when: staleHurts,
      because: 'Every read must see the last write, even if it waits for it.',
    },
    {
      id: 'conflict',
      option: 'strong',
      strength: 'best',
      when: clash,
      because: 'Two writes must be put in order before either counts.',
    },
    {
      id: 'default',
      option: 'eventual',
      strength: 'best',
      when: 'otherwise',
      because: 'Nothing is lost while the copies catch up.',
    },
  ],
);

const split = ['pacelc.partition'] as const;
const partition = tabulate('partition', { availability: split, consistency: split }, [
  {
    id: 'conflict',
    option: 'consistency',
    strength: 'best',
    when: clash,
    because: 'The cut-off side must refuse writes, since they could not be merged afterwards.',
  },
  {
    id: 'default',
    option: 'availability',
    strength: 'best',
    when: 'otherwise',
    because: 'Both sides go on, and what differs is merged when they meet again.',
  },
]);

const calm = ['pacelc.else'] as const;
const otherwise = tabulate('else', { latency: calm, consistency: calm }, [
  {
    id: 'stale-read',
    option: 'consistency',
    strength: 'best',
    when: staleHurts,
    because: 'The copies agree before an answer leaves, even where the latency target suffers.',
  },
  {
    id: 'default',
    option: 'latency',
    strength: 'best',
    when: 'otherwise',
    because: 'The nearest copy answers at once, and a stale read is borne.',
  },
]);

const target = { fact: 'latency_target_ms' } as const;
const latencyBudget = tabulate('latency-budget', {}, [
  {
    id: 'fits',
    option: 'fits',
    strength: 'best',
    when: atMost('slowest_path_ms', target),
    because: 'Even the slow end of every hop stays within the target.',
  },
  {
    id: 'at-risk',
    option: 'at-risk',
    strength: 'best',
    when: all(atMost('fastest_path_ms', target), above('slowest_path_ms', target)),
    because: 'The quick end of the hops meets the target and the slow end does not.',
  },
  {
    id: 'misses',
    option: 'misses',
    strength: 'best',
    when: above('fastest_path_ms', target),
    because: 'Even the quick end of every hop takes longer than the target.',
  },
]);

/** Consistency, the two halves of PACELC, and the latency budget. */
export const consistencyRows = [...consistency, ...partition, ...otherwise, ...latencyBudget];
