import { describe, expect, test } from 'vitest';
import {
  type SettingField,
  settingGroups,
} from '../../../../../src-renderer/features/settings/setting-fields.ts';
import { defaultSettings } from '../../../../../src-shared/domain/default-settings.ts';
import { keyedCommands } from '../../../../../src-shared/domain/setting-choices.ts';
import { settingKeySchema, settingsSchema } from '../../../../../src-shared/domain/settings.ts';

const fields = settingGroups.flatMap(group => group.fields);

function find(key: string): Extract<SettingField, { control: 'text' }> {
  const field = fields.find(candidate => candidate.key === key);
  if (field?.control !== 'text') throw new Error(`${key} is not typed`);
  return field;
}

test('every setting there is can be set, once', () => {
  expect([...new Set(fields.map(field => field.key))].sort()).toEqual([...settingKeySchema.options].sort());
  const ids = fields.map(field => field.id);
  expect(new Set(ids).size).toBe(ids.length);
  const keyed = fields.filter(field => field.key === 'commandKeys');
  expect(keyed.map(field => field.id)).toEqual(keyedCommands.map(command => `key-${command}`));
});

describe('typed settings', () => {
  const typed = fields.filter(field => field.control === 'text');

  test.each(typed.map(field => [field.key, field] as const))('%s reads back what it shows', (key, field) => {
    expect(field.read(field.show(defaultSettings))).toEqual({ [key]: defaultSettings[key] });
  });

  test.each([
    ['newPerDay', ['0', '1000'], ['-1', '1001', '1.5', '', 'ten', '1e3', '0x1', '٣']],
    ['reviewsPerDay', ['0', '10000'], ['10001', '10,000']],
    ['dayStartHour', ['0', '23'], ['24', '4:00']],
    ['desiredRetention', ['70', '97'], ['69', '98', '0.9', '90 %']],
    ['maximumIntervalDays', ['1', '36500'], ['0', '36501']],
    [
      'learningStepsMin',
      ['1', '1439', '', '1 2 3 4 5 6 7 8 9 10'],
      ['0', '1440', '24h', '1 2 3 4 5 6 7 8 9 10 11'],
    ],
    ['relearningStepsMin', ['10m'], ['soon']],
    ['leechLapses', ['2', '99'], ['1', '100']],
  ])('%s has the bounds of the schema', (key, good, bad) => {
    const { read } = find(key);
    for (const text of good) expect(settingsSchema.partial().safeParse(read(text)).success).toBe(true);
    expect(bad.map(text => [text, read(text)])).toEqual(bad.map(text => [text, null]));
  });

  test('a share is shown in percent and kept as a share', () => {
    const { show, read } = find('desiredRetention');
    expect(show({ ...defaultSettings, desiredRetention: 0.85 })).toBe('85');
    expect(read('85')).toEqual({ desiredRetention: 0.85 });
  });
});

test('a key is taken where nothing else on a card has it', () => {
  const field = fields.find(({ id }) => id === 'key-suspend');
  if (field?.control !== 'key') throw new Error('there is no key to suspend a card');
  const set = field.read('s', defaultSettings);
  expect(field.show({ ...defaultSettings, ...set })).toBe('s');
  for (const key of ['u', '1', ' ', '?', ',', 'ab', '', '٣', '\t']) {
    expect([key, field.read(key, defaultSettings)]).toEqual([key, null]);
  }
  for (const key of ['ö', '#', 'S', 'ж']) expect(field.read(key, defaultSettings)).not.toBeNull();
});

test('each choice shows the value that it sets', () => {
  const choices = fields.filter(field => field.control === 'choice');
  expect(choices.length).toBeGreaterThan(0);
  for (const { show, options } of choices) {
    for (const { value, change } of options) expect(show({ ...defaultSettings, ...change })).toBe(value);
  }
});

test('each switch shows how it was turned', () => {
  const switches = fields.filter(field => field.control === 'switch');
  expect(switches.length).toBeGreaterThan(0);
  for (const { isOn, turn } of switches) {
    for (const on of [true, false]) expect(isOn({ ...defaultSettings, ...turn(on) })).toBe(on);
  }
});

test('the default that is told is the default', () => {
  const told = Object.fromEntries(fields.map(field => [field.key, field.standard]));
  expect(told).toMatchObject({
    newPerDay: '20',
    dayStartHour: String(defaultSettings.dayStartHour),
    desiredRetention: `${100 * defaultSettings.desiredRetention} %`,
    ratingButtons: defaultSettings.ratingButtons,
    suspendLeeches: defaultSettings.suspendLeeches ? 'on' : 'off',
    askConfidence: defaultSettings.askConfidence ? 'on' : 'off',
    theme: defaultSettings.theme === 'system' ? 'as the system' : defaultSettings.theme,
  });
});
