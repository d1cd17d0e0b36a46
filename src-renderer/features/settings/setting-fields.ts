import { defaultSettings } from '../../../src-shared/domain/default-settings.ts';
import {
  experiences,
  type KeyedCommand,
  keyedCommands,
  textSizes,
  usualTextSize,
} from '../../../src-shared/domain/setting-choices.ts';
import { type SettingKey, type Settings, settingsSchema } from '../../../src-shared/domain/settings.ts';
import { parseStudyDay } from '../../../src-shared/domain/study-day.ts';
import { keyedNames } from '../review/wording.ts';
import { experienceNames } from './experience-names.ts';
import { formatSteps, parseSteps } from './steps.ts';

/** A setting as a field that a person types into: what it shows, reads, and says when it does not understand. */
type TextField = {
  control: 'text';
  show(settings: Settings): string;
  /** The change that a text makes; null where it is not understood or out of range. */
  read(text: string): Partial<Settings> | null;
  refusal: string;
  unit?: string;
  /** The kind of field, where it is not plain text. */
  type?: 'date';
};
type ChoiceField = {
  control: 'choice';
  show(settings: Settings): string;
  options: readonly { value: string; name: string; change: Partial<Settings> }[];
};
type SwitchField = {
  control: 'switch';
  isOn(settings: Settings): boolean;
  turn(on: boolean): Partial<Settings>;
};

/** One key, set by pressing it. */
type KeyField = {
  control: 'key';
  show(settings: Settings): string;
  /** The change that a key makes; null where it is no sign, or taken. */
  read(key: string, settings: Settings): Partial<Settings> | null;
  refusal: string;
};

/** One line of the settings: its name, what it does, its default in words, and its control. */
export type SettingField = { id: string; key: SettingKey; name: string; says: string; standard: string } & (
  | TextField
  | ChoiceField
  | SwitchField
  | KeyField
);

export type SettingGroup = { title: string; says?: string; fields: readonly SettingField[] };

type NumberKey = { [K in SettingKey]: Settings[K] extends number ? K : never }[SettingKey];

/** A whole number within a range. */
function makeCount(key: NumberKey, low: number, high: number, unit: string): TextField {
  return {
    control: 'text',
    show: settings => String(settings[key]),
    read: text => {
      const value = Number(text);
      return /^\d+$/.test(text) && low <= value && value <= high ? { [key]: value } : null;
    },
    refusal: `Write a whole number from ${low} to ${high.toLocaleString('en-US')}.`,
    unit,
  };
}

function makeSteps(key: 'learningStepsMin' | 'relearningStepsMin'): TextField {
  return {
    control: 'text',
    show: settings => formatSteps(settings[key]),
    read: text => {
      const steps = parseSteps(text);
      const isInRange = steps?.every(step => 1 <= step && step < 1440) && steps.length <= 10;
      return steps && isInRange ? { [key]: steps } : null;
    },
    refusal: 'Write minutes with spaces between, like 1 10; each from 1 to 1439, ten at most.',
    unit: 'minutes',
  };
}

const retention: TextField = {
  control: 'text',
  show: settings => String(Math.round(settings.desiredRetention * 100)),
  read: text => {
    const percent = Number(text);
    return /^\d+$/.test(text) && 70 <= percent && percent <= 97 ? { desiredRetention: percent / 100 } : null;
  },
  refusal: 'Write a whole percentage from 70 to 97.',
  unit: '%',
};

const interviewDate: TextField = {
  control: 'text',
  type: 'date',
  show: settings => settings.interviewDate ?? '',
  read: text => {
    if (text === '') return { interviewDate: null };
    return parseStudyDay(text) === null ? null : { interviewDate: text };
  },
  refusal: 'Choose a date, or leave the field empty.',
};

const reminder: ChoiceField = {
  control: 'choice',
  show: settings => String(settings.reminderHour ?? ''),
  options: [
    { value: '', name: 'Off', change: { reminderHour: null } },
    ...Array.from({ length: 24 }, (_, hour) => ({
      value: String(hour),
      name: `${String(hour).padStart(2, '0')}:00`,
      change: { reminderHour: hour },
    })),
  ],
};

const standard = defaultSettings;

function makeKey(command: KeyedCommand): SettingField {
  return {
    id: `key-${command}`,
    key: 'commandKeys',
    name: keyedNames[command],
    says: '',
    standard: standard.commandKeys[command],
    control: 'key',
    show: settings => settings.commandKeys[command],
    read: (key, { commandKeys }) => {
      const change = { commandKeys: { ...commandKeys, [command]: key } };
      return settingsSchema.partial().safeParse(change).success ? change : null;
    },
    refusal: 'That key means something else on a card. Press another.',
  };
}

/** All settings, in the order in which they are shown. */
export const settingGroups: readonly SettingGroup[] = [
  {
    title: 'The day',
    fields: [
      {
        id: 'newPerDay',
        key: 'newPerDay',
        name: 'New cards a day',
        says: 'How many cards you meet for the first time each day.',
        standard: String(standard.newPerDay),
        ...makeCount('newPerDay', 0, 1000, 'cards'),
      },
      {
        id: 'reviewsPerDay',
        key: 'reviewsPerDay',
        name: 'Reviews a day',
        says: 'The most reviews asked of you in a day; more than that wait.',
        standard: String(standard.reviewsPerDay),
        ...makeCount('reviewsPerDay', 0, 10_000, 'cards'),
      },
      {
        id: 'dayStartHour',
        key: 'dayStartHour',
        name: 'Day start',
        says: 'The hour at which a new study day begins, so that a late evening still counts as today.',
        standard: String(standard.dayStartHour),
        ...makeCount('dayStartHour', 0, 23, 'o’clock'),
      },
      {
        id: 'reminderHour',
        key: 'reminderHour',
        name: 'Reminder',
        says: 'A notification at this hour when cards are due and Baseline is open, but not in front.',
        standard: 'off',
        ...reminder,
      },
    ],
  },
  {
    title: 'Interview',
    fields: [
      {
        id: 'interviewDate',
        key: 'interviewDate',
        name: 'Interview date',
        says: 'Until then a plan chooses what is asked each day; afterwards everything is as before.',
        standard: 'none',
        ...interviewDate,
      },
      {
        id: 'minutesPerDay',
        key: 'minutesPerDay',
        name: 'Minutes a day',
        says: 'What the plan may fill until the interview, mocks included.',
        standard: `${standard.minutesPerDay} minutes`,
        ...makeCount('minutesPerDay', 5, 600, 'minutes'),
      },
      {
        id: 'experience',
        key: 'experience',
        name: 'Experience',
        says: 'Whether a mock begins guided, with its decisions listed, or open as in an interview; you can still choose each time.',
        standard: 'not said',
        control: 'choice',
        show: settings => settings.experience ?? '',
        options: [
          { value: '', name: 'Not said', change: { experience: null } },
          ...experiences.map(value => ({
            value,
            name: experienceNames[value],
            change: { experience: value },
          })),
        ],
      },
    ],
  },
  {
    title: 'Scheduling',
    fields: [
      {
        id: 'desiredRetention',
        key: 'desiredRetention',
        name: 'Desired retention',
        says: 'The chance of remembering at which a card comes due. Higher means more reviews.',
        standard: `${retention.show(standard)} %`,
        ...retention,
      },
      {
        id: 'maximumIntervalDays',
        key: 'maximumIntervalDays',
        name: 'Longest interval',
        says: 'No card stays away longer than this.',
        standard: `${standard.maximumIntervalDays} days`,
        ...makeCount('maximumIntervalDays', 1, 36_500, 'days'),
      },
      {
        id: 'learningStepsMin',
        key: 'learningStepsMin',
        name: 'First steps',
        says: 'Pauses before a new card comes again on its first day.',
        standard: formatSteps(standard.learningStepsMin),
        ...makeSteps('learningStepsMin'),
      },
      {
        id: 'relearningStepsMin',
        key: 'relearningStepsMin',
        name: 'Steps after a slip',
        says: 'Pauses before a forgotten card comes again.',
        standard: formatSteps(standard.relearningStepsMin),
        ...makeSteps('relearningStepsMin'),
      },
      {
        id: 'leechLapses',
        key: 'leechLapses',
        name: 'Leech after',
        says: 'A card forgotten this often is tagged leech: better to rewrite it than to repeat it.',
        standard: `${standard.leechLapses} slips`,
        ...makeCount('leechLapses', 2, 99, 'slips'),
      },
      {
        id: 'suspendLeeches',
        key: 'suspendLeeches',
        name: 'Suspend leeches',
        says: 'Also stops asking a leech until you bring it back.',
        standard: 'off',
        control: 'switch',
        isOn: settings => settings.suspendLeeches,
        turn: on => ({ suspendLeeches: on }),
      },
    ],
  },
  {
    title: 'Reviewing',
    fields: [
      {
        id: 'ratingButtons',
        key: 'ratingButtons',
        name: 'Rating buttons',
        says: 'Four are more exact; two are quicker.',
        standard: 'four',
        control: 'choice',
        show: settings => settings.ratingButtons,
        options: [
          { value: 'four', name: 'Again, Hard, Good, Easy', change: { ratingButtons: 'four' } },
          { value: 'two', name: 'Again, Good', change: { ratingButtons: 'two' } },
        ],
      },
      {
        id: 'askConfidence',
        key: 'askConfidence',
        name: 'Ask how sure I am',
        says: 'Before each answer shows; kept in your log, without effect on the schedule.',
        standard: 'off',
        control: 'switch',
        isOn: settings => settings.askConfidence,
        turn: on => ({ askConfidence: on }),
      },
    ],
  },
  {
    title: 'Keys on a card',
    says: 'Press a key to give it. Digits, Space, Enter, ? and Esc keep their meaning, and so do keys with Ctrl.',
    fields: keyedCommands.map(makeKey),
  },
  {
    title: 'Appearance',
    fields: [
      {
        id: 'theme',
        key: 'theme',
        name: 'Theme',
        says: 'Light, dark, or as your system has it.',
        standard: 'as the system',
        control: 'choice',
        show: settings => settings.theme,
        options: [
          { value: 'system', name: 'As the system', change: { theme: 'system' } },
          { value: 'light', name: 'Light', change: { theme: 'light' } },
          { value: 'dark', name: 'Dark', change: { theme: 'dark' } },
        ],
      },
      {
        id: 'contrast',
        key: 'contrast',
        name: 'Contrast',
        says: 'Black on white, or white on black, with stronger lines; or as your system has it.',
        standard: 'as the system',
        control: 'choice',
        show: settings => settings.contrast,
        options: [
          { value: 'system', name: 'As the system', change: { contrast: 'system' } },
          { value: 'high', name: 'High', change: { contrast: 'high' } },
        ],
      },
      {
        id: 'textSize',
        key: 'textSize',
        name: 'Text size',
        says: 'Everything grows with it; Ctrl + and Ctrl - do the same.',
        standard: `${usualTextSize} %`,
        control: 'choice',
        show: settings => String(settings.textSize),
        options: textSizes.map(size => ({
          value: String(size),
          name: `${size} %`,
          change: { textSize: size },
        })),
      },
      {
        id: 'motion',
        key: 'motion',
        name: 'Motion',
        says: 'Dialogs and notices fade in; reduced, nothing moves.',
        standard: 'as the system',
        control: 'choice',
        show: settings => settings.motion,
        options: [
          { value: 'system', name: 'As the system', change: { motion: 'system' } },
          { value: 'reduced', name: 'Reduced', change: { motion: 'reduced' } },
        ],
      },
    ],
  },
];
