import { describe, expect, test } from 'vitest';
import {
  describeChoice,
  describeHeld,
  describeSufficient,
  isConfidentError,
} from '../../../../../src-renderer/features/mock/report-words.ts';
import {
  describeCell,
  fillPhases,
  formatClock,
  formatPoints,
  joinAnd,
  listMissing,
  lowerFirst,
  sayTimeLeft,
} from '../../../../../src-renderer/features/mock/wording.ts';
import type { Reported } from '../../../../../src-shared/ipc/report-contract.ts';
import { makeBoard, makeCell, makeChoice } from './board-view.ts';

test.each([
  [0, '0:00'],
  [7, '0:07'],
  [60, '1:00'],
  [2099, '34:59'],
])('%d seconds are %s', (seconds, clock) => {
  expect(formatClock(seconds)).toBe(clock);
});

test('points have at most one decimal', () => {
  expect([formatPoints(62), formatPoints(8.25), formatPoints(8.04)]).toEqual(['62', '8.3', '8']);
});

describe('the time is told', () => {
  test.each([
    [2100, 2100, null],
    [1051, 2100, null],
    [1050, 2100, 'Half of the time is gone.'],
    [301, 2100, 'Half of the time is gone.'],
    [300, 2100, 'Five minutes left.'],
    [60, 2100, 'One minute left.'],
    [0, 2100, 'The time is up.'],
    [360, 720, 'Half of the time is gone.'],
    [300, 720, 'Five minutes left.'],
    [150, 300, 'Half of the time is gone.'],
  ])('with %d of %d seconds left: %s', (left, whole, said) => {
    expect(sayTimeLeft(left, whole)).toBe(said);
  });
});

test('the clock fills the phases one after the other', () => {
  const phases = [{ minutes: 2 }, { minutes: 1 }, { minutes: 3 }];
  expect(fillPhases(phases, 0)).toEqual([0, 0, 0]);
  expect(fillPhases(phases, 60)).toEqual([0.5, 0, 0]);
  expect(fillPhases(phases, 150)).toEqual([1, 0.5, 0]);
  expect(fillPhases(phases, 999)).toEqual([1, 1, 1]);
});

test('names keep their capitals inside a sentence, other words do not', () => {
  const words = ['Plain HTTP', 'A relational database', 'A B-tree index', 'Cache-aside', 'Stored bytes'];
  expect(words.map(lowerFirst)).toEqual([
    'plain HTTP',
    'a relational database',
    'a B-tree index',
    'cache-aside',
    'stored bytes',
  ]);
  const names = ['WebSockets', 'Server-Sent Events', 'REST', 'gRPC', 'API style', 'Redis instances'];
  expect(names.map(lowerFirst)).toEqual(names);
});

test('lists end with and', () => {
  expect([joinAnd([]), joinAnd(['a']), joinAnd(['a', 'b']), joinAnd(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

test('a cell says its option, its reason and how sure', () => {
  const say = (more: Partial<NonNullable<ReturnType<typeof makeCell>['choice']>>) =>
    describeCell(makeCell('a', 'caching', { choice: makeChoice('cache-aside', more) }));
  expect(describeCell(makeCell('a', 'caching'))).toBeNull();
  expect(say({})).toEqual({ option: 'cache-aside', reason: 'no reason' });
  expect(say({ nothing: true })).toEqual({ option: 'cache-aside', reason: 'unmoved' });
  expect(say({ facts: ['reads_per_s', 'writes_per_s'] })?.reason).toBe('1 fact');
  expect(say({ facts: ['reads_per_s', 'callers'], confidence: 'high' })?.reason).toBe('2 facts · high');
});

test('what is missing is listed by kind, each with where it is mended', () => {
  const open = makeCell('a', 'caching');
  const bare = makeCell('a', 'sharding', { choice: makeChoice('none') });
  const whole = makeCell('a', 'protocol', { choice: makeChoice('http', { nothing: true }) });
  const view = {
    ...makeBoard(['a'], [open, bare, whole]),
    numbers: [
      { part: null, partName: null, step: 'peak-rate' as const, name: 'Peak rate', units: [], given: null },
    ],
    pushbacks: [],
    nextTwist: 'tour',
  };
  const listed = listMissing(view);
  expect(listed.map(({ kind, missing }) => [kind, missing.map(({ name, phase }) => [name, phase])])).toEqual([
    ['No figure', [['Peak rate', 'numbers']]],
    ['No option', [['Part a: caching', 'scale']]],
    ['No reason', [['Part a: sharding', 'scale']]],
    ['Not heard', [['What happens next', 'twists']]],
  ]);
});

describe('a reported decision', () => {
  const decision: Reported = {
    stage: 0,
    part: 'page',
    partName: 'Page',
    decision: 'stampede',
    decisionName: 'Stampede protection',
    chosen: 'No cache',
    standing: 'wrong',
    reason: 'none',
    sufficient: null,
    lost: null,
    points: 0,
    of: 5,
    expected: ['Locking', 'Early recomputation'],
    defensible: [],
    because: '',
    against: null,
    facts: [],
    rules: [],
    defaults: [],
    cards: [],
    unasked: [],
    confidence: 'high',
    pushback: null,
    flip: null,
  };

  test('says what was chosen, how sure and with which reason', () => {
    expect(describeChoice(decision)).toBe('You chose No cache with high confidence.');
    expect(describeChoice({ ...decision, standing: 'best', confidence: null })).toBe(
      'You chose No cache, without a reason.',
    );
    expect(describeChoice({ ...decision, standing: 'best', reason: 'insufficient' })).toBe(
      'You chose No cache with high confidence, but the reason is not sufficient.',
    );
    expect(describeSufficient([])).toBe(
      '“Nothing known speaks against the default”, once all that could has been asked for.',
    );
    expect(describeSufficient(['a stale read costs money', 'it takes 9 reads/s'])).toBe(
      'A stale read costs money and it takes 9 reads/s.',
    );
    expect(describeChoice({ ...decision, chosen: null })).toBe('You left it open.');
  });

  test('says what holds, with small letters after the first', () => {
    expect(describeHeld(decision)).toBe('Locking or early recomputation');
    expect(describeHeld({ ...decision, expected: [], defensible: ['WebSockets', 'Plain HTTP'] })).toBe(
      'WebSockets or plain HTTP: either is defensible',
    );
  });

  test('only a wrong one with high confidence is a confident error', () => {
    expect(isConfidentError(decision)).toBe(true);
    expect(isConfidentError({ ...decision, confidence: 'medium' })).toBe(false);
    expect(isConfidentError({ ...decision, standing: 'missing' })).toBe(false);
  });
});
