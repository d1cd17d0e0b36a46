import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act, AttemptEvent } from '../../../../src-shared/domain/mock/attempt.ts';
import { type Prompt, promptSchema } from '../../../../src-shared/domain/mock/prompt.ts';
import { scoreAttempt } from '../../../../src-shared/domain/mock/score.ts';
import { bots, playBot } from '../../../helpers/mock-bots.ts';
import { generatePrompts, readBuiltInPrompt, readBuiltInPrompts } from '../../../helpers/mock-prompts.ts';

const at = (acts: readonly Act[]): AttemptEvent[] =>
  acts.map((act, index) => ({ ...act, atMs: index * 1000 }));
const pair = (part: string, decision: 'caching' | 'consistency' | 'stampede') => ({ part, decision });

/** One part that is read a lot, with nothing hidden, asked back or told later. */
const pages: Prompt = promptSchema.parse({
  id: 'pages',
  parts: [{ id: 'page' }],
  facts: [
    { part: 'page', fact: 'reads_per_s', is: 6000 },
    { part: 'page', fact: 'writes_per_s', is: 5 },
    { part: 'page', fact: 'stale_read_harm', is: 'annoyance' },
    { part: 'page', fact: 'users', is: 1_000_000 },
  ],
  score: [{ part: 'page', decision: 'caching' }],
});

describe('one decision', () => {
  const score = (option: string, facts: string[] = [], nothing = false) =>
    scoreAttempt(pages, {
      events: at([
        { type: 'decide', ...pair('page', 'caching'), option },
        ...(facts.length > 0 || nothing
          ? [{ type: 'cite' as const, ...pair('page', 'caching'), facts: facts as [], nothing }]
          : []),
      ]),
    });

  test.each([
    ['best with a sufficient reason', 'cache-aside', ['reads_per_s', 'writes_per_s', 'stale_read_harm'], 100],
    ['and one fact beside it', 'cache-aside', ['reads_per_s', 'stale_read_harm', 'users'], 100],
    ['best alone', 'cache-aside', [], 50],
    ['best with half a reason', 'cache-aside', ['stale_read_harm'], 50],
    ['best with a reason beside the point', 'cache-aside', ['users'], 10],
    ['wrong, whatever the reason', 'none', ['reads_per_s'], 0],
  ])('%s', (_, option, facts, total) => {
    expect(score(option, facts).total).toBe(total);
  });

  test('where something moves the default, “nothing known moves this” is not enough', () => {
    expect(score('cache-aside', [], true).total).toBe(50);
  });

  test.each([
    ['defensible alone', [], 30],
    ['defensible with the fact that makes it so', ['freshness_s', 'direction'], 70],
  ])('%s', (_, facts, total) => {
    const board: Prompt = promptSchema.parse({
      id: 'board',
      parts: [{ id: 'screen' }],
      facts: [
        { part: 'screen', fact: 'callers', is: 'browser' },
        { part: 'screen', fact: 'direction', is: 'server-push' },
        { part: 'screen', fact: 'freshness_s', is: 10 },
      ],
      score: [{ part: 'screen', decision: 'protocol' }],
    });
    const pairOf = { part: 'screen', decision: 'protocol' } as const;
    const events = at([
      { type: 'decide', ...pairOf, option: 'sse' },
      ...(facts.length > 0 ? [{ type: 'cite' as const, ...pairOf, facts: facts as [], nothing: false }] : []),
    ]);
    expect(scoreAttempt(board, { events }).total).toBe(total);
  });

  test('another option needs a reason of its own', () => {
    const cite: Act = { type: 'cite', ...pair('page', 'caching'), facts: ['reads_per_s'], nothing: false };
    const choose = (option: string): Act => ({ type: 'decide', ...pair('page', 'caching'), option });
    const events = at([choose('cache-aside'), cite, choose('none'), choose('cache-aside')]);
    expect(scoreAttempt(pages, { events }).total).toBe(50);
    expect(
      scoreAttempt(pages, { events: at([choose('cache-aside'), cite, choose('cache-aside')]) }).decisions[0]
        ?.reasoned,
    ).toBe(true);
  });
});

describe('what was never asked', () => {
  const shop: Prompt = promptSchema.parse({
    id: 'shop',
    parts: [{ id: 'till' }],
    facts: [
      { fact: 'callers', is: 'browser' },
      { part: 'till', fact: 'stale_read_harm', is: 'stock' },
      { part: 'till', fact: 'reads_per_s', is: 10 },
    ],
    menu: [
      { id: 'harm', ask: 'Harm?', reveals: ['till.stale_read_harm'] },
      ...['a', 'b', 'c', 'd'].map(id => ({ id, ask: 'Colour?' })),
    ],
    score: [{ part: 'till', decision: 'consistency' }],
  });
  const ask = (question: string): Act => ({ type: 'ask', question });
  const choose = (option: string): Act => ({ type: 'decide', ...pair('till', 'consistency'), option });
  const cite: Act = {
    type: 'cite',
    ...pair('till', 'consistency'),
    facts: ['stale_read_harm'],
    nothing: false,
  };
  const score = (...acts: Act[]) => scoreAttempt(shop, { events: at(acts) });
  const [clarify, decisions] = [(10 / 65) * 100, (55 / 65) * 100];

  test('right only for what was known earns 0.4, and says what was not asked', () => {
    const verdict = score(choose('eventual'));
    expect(verdict.decisions[0]).toMatchObject({
      standing: 'unasked',
      credit: 0.4,
      unasked: ['till.stale_read_harm'],
    });
    expect(verdict.total).toBeCloseTo(0.4 * decisions, 1);
  });

  test('right for all is right, though the fact cannot be cited before it was told', () => {
    expect(score(choose('strong')).decisions[0]).toMatchObject({ standing: 'best', credit: 0.5 });
    expect(score(choose('strong'), cite).decisions[0]).toMatchObject({ reason: 'insufficient', credit: 0.5 });
    expect(score(ask('harm'), choose('strong'), cite).total).toBe(100);
  });

  test('what was asked too late counts for nothing, unless the decision is touched again', () => {
    const late = score(choose('eventual'), ask('harm'));
    expect(late.clarify).toEqual({ decisive: ['till.stale_read_harm'], asked: [], wasted: [] });
    expect(late.decisions[0]?.standing).toBe('unasked');
    expect(score(choose('eventual'), ask('harm'), choose('eventual')).decisions[0]?.standing).toBe('wrong');
  });

  test('an assumption makes the fact known, right or wrong, and is no question', () => {
    for (const value of ['none', 'stock', undefined]) {
      const assume: Act = { type: 'assume', part: 'till', fact: 'stale_read_harm', ...(value && { value }) };
      const verdict = score(assume, choose('strong'), cite);
      expect(verdict.decisions[0]?.credit).toBe(1);
      expect(verdict.clarify.asked).toEqual([]);
    }
  });

  test('only the first eight questions are answered', () => {
    const many: Prompt = { ...shop, menu: [...shop.menu] };
    for (let n = 0; n < 7; n++) many.menu.push({ id: `more-${n}`, ask: 'Colour?', reveals: [] });
    const others = many.menu.filter(({ id }) => id !== 'harm').map(({ id }) => id);
    const known = (before: number): string[] =>
      scoreAttempt(many, { events: at([...others.slice(0, before), 'harm'].map(ask)) }).clarify.wasted;
    const answered = (before: number): boolean =>
      scoreAttempt(many, {
        events: at([...[...others.slice(0, before), 'harm'].map(ask), choose('strong'), cite]),
      }).decisions[0]?.credit === 1;
    expect(known(7)).toHaveLength(7);
    expect(answered(7)).toBe(true);
    expect(answered(8)).toBe(false);
  });

  test('two wasted questions are free; each further one takes a tenth of the clarifying points', () => {
    const with_ = (...ids: string[]) => score(ask('harm'), ...ids.map(ask), choose('strong'), cite).total;
    expect(with_('a', 'b')).toBe(100);
    expect(with_('a', 'b', 'c')).toBeCloseTo(100 - clarify / 10, 1);
    expect(with_('a', 'b', 'c', 'd')).toBeCloseTo(100 - clarify / 5, 1);
  });
});

describe('chains', () => {
  const weigh = (prompt: Prompt) =>
    new Map(
      scoreAttempt(prompt, { events: [] }).items.map(({ label, of, stage }) => [`${label} ${stage}`, of]),
    );

  test('dependents of one choice weigh together as much as their parent', () => {
    const items = weigh(readBuiltInPrompt('ticket-shop'));
    const [parent, ...rest] = ['caching', 'invalidation', 'stampede', 'cache-outage'].map(
      one => items.get(`browsing ${one} 0`) ?? 0,
    );
    expect(Math.abs(rest.reduce((sum, of) => sum + of, 0) - (parent ?? 0))).toBeLessThanOrEqual(3);
  });

  test('each dependent has its parent', () => {
    const facts = [
      { fact: 'callers', is: 'internal' },
      { fact: 'calls_per_s', is: 90_000 },
      { fact: 'writes_per_s', is: 200_000 },
      { fact: 'reads_per_s', is: 100 },
      { fact: 'access_by', is: 'user-id' },
      { fact: 'fleet_changes', is: 'weekly' },
    ];
    const items = weigh(
      promptSchema.parse({
        id: 'log',
        parts: [{ id: 'log' }],
        facts: facts.map(fact => ({ part: 'log', ...fact })),
        score: [
          ...['protocol', 'api-style', 'sharding', 'shard-scheme'].map(decision => ({
            part: 'log',
            decision,
          })),
          { part: 'log', decision: 'shard-key', keys: ['user-id', 'day'] },
        ],
      }),
    );
    const of = (decision: string) => items.get(`log ${decision} 0`);
    expect(['protocol', 'api-style', 'sharding'].map(of)).toEqual([2500, 2500, 2500]);
    expect(['shard-key', 'shard-scheme'].map(of)).toEqual([1250, 1250]);
  });

  test('partition and else are a chain only where they say the same as consistency', () => {
    const till = (harm: string, conflict: string): Map<string, number> =>
      weigh(
        promptSchema.parse({
          id: 'till',
          parts: [{ id: 'till' }],
          facts: [
            { part: 'till', fact: 'stale_read_harm', is: harm },
            { part: 'till', fact: 'write_conflict_harm', is: conflict },
            { part: 'till', fact: 'replicated', is: true },
          ],
          score: ['consistency', 'partition', 'else'].map(decision => ({ part: 'till', decision })),
        }),
      );
    const shares = (items: Map<string, number>) =>
      ['consistency', 'partition', 'else'].map(one => items.get(`till ${one} 0`));
    expect(shares(till('stock', 'irreversible'))).toEqual([5000, 2500, 2500]);
    expect(shares(till('none', 'none'))).toEqual([5000, 2500, 2500]);
    // Strong, and yet available in a partition: what happens then is a question of its own.
    expect(shares(till('stock', 'reversible'))).toEqual([3334, 3333, 3333]);
  });
});

test('a number within twice counts in full, within ten times half, and in another unit nothing', () => {
  const prompt: Prompt = promptSchema.parse({
    id: 'rate',
    parts: [{ id: 'log' }],
    facts: [
      { part: 'log', fact: 'users', is: 8_640_000 },
      { part: 'log', fact: 'actions_per_user_day', is: 10 },
      { part: 'log', fact: 'writes_per_s', is: 3_000 },
      { part: 'log', fact: 'reads_per_s', is: 100 },
    ],
    numbers: [{ part: 'log', step: 'average-rate' }],
    score: [{ part: 'log', decision: 'caching' }],
  });
  const points = (value: number, unit = 'actions/s'): number | undefined =>
    scoreAttempt(prompt, {
      events: at([{ type: 'number', part: 'log', step: 'average-rate', value, unit }]),
    }).sections.find(({ section }) => section === 'numbers')?.points;
  const whole = points(1_000) ?? 0;
  expect(whole).toBeGreaterThan(0);
  expect(points(1_900)).toBe(whole);
  expect(points(2_100)).toBeCloseTo(whole / 2, 1);
  expect(points(9_900)).toBeCloseTo(whole / 2, 1);
  expect(points(10_100)).toBe(0);
  expect(points(1_000, 'servers')).toBe(0);
});

describe('the open level', () => {
  const raised: Act = { type: 'decide', ...pair('page', 'stampede'), option: 'none' };
  const right: Act[] = [
    { type: 'decide', ...pair('page', 'caching'), option: 'cache-aside' },
    { type: 'cite', ...pair('page', 'caching'), facts: ['reads_per_s', 'stale_read_harm'], nothing: false },
  ];

  test('raising what is not called for costs a quarter of a decision, at that level alone', () => {
    const open = scoreAttempt(pages, { level: 'open', events: at([...right, raised]) });
    expect(open.needless).toEqual([pair('page', 'stampede')]);
    expect(open.total).toBe(75);
    expect(open.items.at(-1)).toEqual({
      section: 'decisions',
      stage: 0,
      of: 0,
      points: -2500,
      label: 'page stampede',
    });
    expect(scoreAttempt(pages, { level: 'guided', events: at([...right, raised]) }).total).toBe(100);
  });

  test('it never takes more than the decisions earned, and what was never raised is missed', () => {
    const verdict = scoreAttempt(pages, { level: 'open', events: at([raised]) });
    expect(verdict.total).toBe(0);
    expect(verdict.decisions[0]?.standing).toBe('missing');
  });
});

describe('sums', () => {
  const prompts = [...readBuiltInPrompts(), ...generatePrompts(20), ...generatePrompts(20, 12)];
  const ways = Object.values(bots);

  test('every breakdown sums to the total, which is between 0 and 100; what can be earned is the same for all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...prompts),
        fc.constantFrom(...ways),
        fc.infiniteStream(fc.boolean()),
        fc.option(fc.nat(), { nil: undefined }),
        fc.constantFrom('guided' as const, 'open' as const),
        (prompt, bot, keep, seed, level) => {
          const events = playBot(prompt, bot).filter(() => keep.next().value);
          const verdict = scoreAttempt(prompt, { level, events, ...(seed !== undefined && { seed }) });
          const hundredths = verdict.items.reduce((sum, { points }) => sum + points, 0);
          expect(verdict.total).toBe(hundredths / 100);
          expect(hundredths).toBeGreaterThanOrEqual(0);
          expect(verdict.items.reduce((sum, { of }) => sum + of, 0)).toBe(10_000);
          const sections = verdict.sections.reduce((sum, { points }) => sum + Math.round(points * 100), 0);
          expect(sections).toBe(hundredths);
          const blank = scoreAttempt(prompt, { events: [] });
          expect(blank.total).toBe(0);
          expect(verdict.items.filter(({ of }) => of > 0).map(({ label, of }) => [label, of])).toEqual(
            blank.items.map(({ label, of }) => [label, of]),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a thousand scorings of one answer give the same bytes', () => {
    const prompt = readBuiltInPrompt('chat');
    const attempt = { seed: 7, events: playBot(prompt, bots.randomFacts) };
    const bytes = JSON.stringify(scoreAttempt(prompt, attempt));
    const others = Array.from({ length: 999 }, (_, run) =>
      JSON.stringify(scoreAttempt(run % 100 === 0 ? structuredClone(prompt) : prompt, attempt)),
    );
    expect(new Set([bytes, ...others]).size).toBe(1);
  });

  test('what comes after the submission counts for nothing', () => {
    const prompt = readBuiltInPrompt('chat');
    const events = playBot(prompt, bots.expert);
    expect(scoreAttempt(prompt, { events: [{ type: 'submit', atMs: 0 }, ...events] }).total).toBe(0);
  });
});
