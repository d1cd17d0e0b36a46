import { describe, expect, test } from 'vitest';
import { defaultSettings, findDailyNew } from '../../../src-shared/domain/default-settings.ts';
import { type Settings, settingKeySchema, settingsSchema } from '../../../src-shared/domain/settings.ts';

const accepts = (change: object): boolean =>
  settingsSchema.safeParse({ ...defaultSettings, ...change }).success;

test('the defaults are those of the product, and lie within their own bounds', () => {
  expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  expect(defaultSettings).toMatchObject({
    dayStartHour: 4,
    newPerDay: 20,
    reviewsPerDay: 200,
    desiredRetention: 0.9,
    leechLapses: 8,
    suspendLeeches: false,
  });
});

test('every setting has a default, and nothing else is one', () => {
  expect(Object.keys(defaultSettings).sort()).toEqual([...settingKeySchema.options].sort());
  expect(settingKeySchema.safeParse('weights').success).toBe(false);
});

const keys = defaultSettings.commandKeys;

test('new cards a day follow the minutes, in the proportion of the defaults', () => {
  expect(findDailyNew(defaultSettings.minutesPerDay)).toBe(defaultSettings.newPerDay);
  expect([5, 10, 60].map(findDailyNew)).toEqual([5, 10, 60]);
});

describe('bounds', () => {
  // The first and last value that may be set, and values beyond them.
  test.each<[keyof Settings, readonly unknown[], readonly unknown[]]>([
    ['dayStartHour', [0, 23], [-1, 24, 4.5, '4', null]],
    ['newPerDay', [0, 1000], [-1, 1001, 0.5]],
    ['reviewsPerDay', [0, 10_000], [-1, 10_001, Number.POSITIVE_INFINITY]],
    ['desiredRetention', [0.7, 0.97], [0.69, 0.98, 1, 0, Number.NaN]],
    ['maximumIntervalDays', [1, 36_500], [0, 36_501, 1.5]],
    [
      'learningStepsMin',
      [[], [1], [1439], Array(10).fill(1)],
      [[0], [1440], [1.5], Array(11).fill(1), [null], 10],
    ],
    [
      'relearningStepsMin',
      [[], [1], [1439], Array(10).fill(1)],
      [[0], [1440], [1.5], Array(11).fill(1), '10'],
    ],
    ['leechLapses', [2, 99], [1, 100]],
    ['suspendLeeches', [true, false], [0, 'no']],
    ['ratingButtons', ['two', 'four'], ['three', 2]],
    ['askConfidence', [true, false], [1]],
    ['reminderHour', [null, 0, 23], [-1, 24, 4.5, '18']],
    ['theme', ['system', 'light', 'dark'], ['sepia', '']],
    ['contrast', ['system', 'high'], ['low', true]],
    ['textSize', [80, 100, 200], [0, 79, 101, 1000, '100']],
    ['motion', ['system', 'reduced'], ['none']],
    ['experience', [null, 'none', 'read', 'interviewed'], ['much', 3]],
    [
      'commandKeys',
      [keys, { ...keys, undo: 's' }, { ...keys, undo: 'm', menu: 'u' }],
      [
        { ...keys, undo: 'm' },
        { ...keys, undo: '1' },
        { ...keys, undo: ' ' },
        { ...keys, undo: 'uu' },
        { undo: 'u' },
        null,
      ],
    ],
  ])('%s', (key, good, bad) => {
    for (const value of good) expect(accepts({ [key]: value }), `${key}: ${value}`).toBe(true);
    for (const value of bad) expect(accepts({ [key]: value }), `${key}: ${value}`).toBe(false);
  });
});

test('a change of some settings says nothing of the others', () => {
  expect(settingsSchema.partial().parse({ newPerDay: 5 })).toEqual({ newPerDay: 5 });
  expect(settingsSchema.partial().parse({})).toEqual({});
});
