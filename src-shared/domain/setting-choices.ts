/** What a person has done of system design before, from nothing to real interviews. */
export const experiences = ['none', 'read', 'interviewed'] as const;
export type Experience = (typeof experiences)[number];

/** What can be done with the card on screen at a key of the person's choice. */
export const keyedCommands = [
  'undo',
  'menu',
  'suspend',
  'bury',
  'known',
  'flag',
  'note',
  'source',
  'report',
] as const;
export type KeyedCommand = (typeof keyedCommands)[number];

/** The sizes of text on offer, in percent of the usual one. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;
export const usualTextSize = 100;
