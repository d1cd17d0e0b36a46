import { expect, test } from 'vitest';
import { costOf, findCost, listCosts } from '../../../../src-shared/domain/rules/costs.ts';
import { decisionIds, labelOption, listOptions } from '../../../../src-shared/domain/rules/decisions.ts';

const untold = ['shard-key', 'latency-budget'];

test('every option of a design decision has a cost; a key and a sum have none', () => {
  for (const decision of decisionIds) {
    for (const option of listOptions(decision)) {
      const cost = costOf(decision, option);
      expect(cost === null, `${decision} ${option}`).toBe(untold.includes(decision));
      if (cost) expect(findCost(cost.id)).toBe(cost);
    }
  }
});

test('ids and sentences differ, and no sentence gives its option away', () => {
  const all = decisionIds.flatMap(listCosts);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ says }) => says)).size).toBe(all.length);
  for (const decision of decisionIds) {
    for (const option of listOptions(decision)) {
      const says = costOf(decision, option)?.says.toLowerCase() ?? '';
      expect(says).not.toContain(labelOption(decision, option).toLowerCase());
    }
  }
  expect(findCost('free-lunch')).toBeNull();
});
