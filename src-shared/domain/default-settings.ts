import { usualTextSize } from './setting-choices.ts';
import type { Settings } from './settings.ts';

/** The settings of a profile in which nothing was ever set. */
export const defaultSettings: Settings = {
  dayStartHour: 4,
  newPerDay: 20,
  reviewsPerDay: 200,
  interviewDate: null,
  minutesPerDay: 20,
  experience: null,
  // FSRS's own default.
  desiredRetention: 0.9,
  maximumIntervalDays: 365,
  learningStepsMin: [1, 10],
  relearningStepsMin: [10],
  leechLapses: 8,
  suspendLeeches: false,
  ratingButtons: 'four',
  askConfidence: false,
  commandKeys: {
    undo: 'u',
    menu: 'm',
    suspend: '@',
    bury: '-',
    known: 'i',
    flag: 'f',
    note: 'n',
    source: 'e',
    report: 'r',
  },
  theme: 'system',
  reminderHour: null,
  contrast: 'system',
  textSize: usualTextSize,
  motion: 'system',
};

/** New cards a day for so many minutes a day: one a minute, which is the proportion of the defaults. */
export function findDailyNew(minutesPerDay: number): number {
  return Math.round((minutesPerDay * defaultSettings.newPerDay) / defaultSettings.minutesPerDay);
}
