import { describe, expect, test } from 'vitest';
import { changeCard } from '../../../src-main/services/cards.ts';
import { readDefault, readReference } from '../../../src-main/services/reference.ts';
import { readStatistics } from '../../../src-main/services/statistics.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { defaultIds } from '../../../src-shared/domain/rules/decisions.ts';
import { begun, InterviewRig } from '../../helpers/interview-rig.ts';
import { answer, at, later, makeFolder, openTestProfile, toCardId } from '../../helpers/profile.ts';

const morning = at('2026-11-24T08:00:00+01:00');
const open = () => openTestProfile(makeFolder(), morning);

describe('readReference', () => {
  test('lists every default in six topics, held as the statistics say', () => {
    const profile = open();
    const [first] = readDefault(profile, 'cache.aside', morning).cards;
    answer(profile, first?.cardId ?? '', 3, morning);
    const { topics } = readReference(profile, later(morning, { days: 3 }));
    const all = topics.flatMap(({ defaults }) => defaults);
    expect(topics).toHaveLength(6);
    expect(all).toHaveLength(defaultIds.length);
    expect(all.every(one => one.default.length > 20)).toBe(true);
    const { mastery } = readStatistics(profile, later(morning, { days: 3 }));
    expect(all.map(({ id, mastery: { recall, standing } }) => [id, recall, standing])).toEqual(
      mastery.map(({ id, recall, standing }) => [id, recall, standing]),
    );
    expect(all.filter(one => one.mastery.met > 0).map(one => one.id)).toEqual(['cache.aside']);
  });
});

describe('readDefault', () => {
  test('has every card of the default, with its recall, those suspended too', () => {
    const profile = open();
    const ids = readDefault(profile, 'cache.aside', morning).cards.map(({ cardId }) => cardId);
    const [met = '', out = ''] = ids;
    answer(profile, met, 4, morning);
    changeCard(profile, toCardId(out), { kind: 'suspend', on: true }, morning);
    const page = readDefault(profile, 'cache.aside', later(morning, { days: 3 }));
    const built = profile.store.content
      .activeCards()
      .filter(({ content }) => content.default === 'cache.aside')
      .map(({ cardId }) => cardId);
    expect(new Set(ids)).toEqual(new Set(built));
    expect(page.default.name).toBe('Cache-aside');
    expect(page.cards.find(card => card.cardId === met)?.recall).toBeCloseTo(page.mastery.recall ?? 0, 10);
    expect(page.cards.filter(card => card.suspended).map(({ cardId }) => cardId)).toEqual([out]);
    expect(page.mastery).toMatchObject({ cards: built.length - 1, met: 1 });
    expect(page.mastery.recall).toBeGreaterThan(0.5);
  });

  test('an interview stands with the defaults it turned on once it is handed in, and is no longer among those to come', async () => {
    const rig = new InterviewRig();
    const read = () => readDefault(rig.profile, 'protocol.websockets', rig.clock.now());
    const before = read();
    const { attemptId } = await rig.start('strict', { source: { kind: 'curated', promptId: 'chat' } });
    expect(before.taken).toEqual([]);
    expect(read()).toMatchObject({ taken: [], untaken: before.untaken - 1 });
    await rig.get('mocks:submit', { attemptId });
    expect(read().taken).toMatchObject([{ attemptId, date: '2026-11-24' }]);
  });

  test('an unknown default is told', () => {
    const profile = open();
    expect(() => readDefault(profile, 'cache.behind', begun)).toThrow(ProblemError);
  });
});
