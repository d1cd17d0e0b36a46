import { z } from 'zod';

/**
 * What a person can ask of the window from anywhere: one list for the application menu, for the palette and for the
 * table of keys.
 */

/** The screens of the navigation by name, in its order. */
export const screenNames = {
  today: 'Today',
  progress: 'Progress',
  plan: 'Plan',
  mocks: 'Mocks',
  defaults: 'Defaults',
  cards: 'Cards',
  decks: 'Decks',
  settings: 'Settings',
} as const;
export type ScreenName = keyof typeof screenNames;

const screens = ['today', 'progress', 'plan', 'mocks', 'defaults', 'cards', 'decks', 'settings'] as const;
/** The screens in the order in which they are shown. */
export const screenOrder: readonly ScreenName[] = screens;

/** Every command by name; `go-…` leads to a screen. */
export const commandNames = [
  ...screens.map(name => `go-${name}` as const),
  'find',
  'review',
  'import',
  'export',
  'back-up',
  'undo',
  'redo',
  'text-larger',
  'text-smaller',
  'text-usual',
  'theme-system',
  'theme-light',
  'theme-dark',
  'keys',
  'about',
] as const;
export const commandNameSchema = z.enum(commandNames);
export type CommandName = (typeof commandNames)[number];

/** True for the name of a command: the same as the schema says, for the page, which brings none. */
export function isCommandName(name: unknown): name is CommandName {
  return commandNames.some(known => known === name);
}

/**
 * A command in words. `key` is its accelerator as Electron writes it: always with Ctrl (Cmd on a Mac) or a function
 * key, so that none is a key of the review, the interview or a field.
 */
export type CommandText = { name: string; key: string | null };

/** Every command that is no screen. An ellipsis says that something is asked before anything happens. */
const otherCommands = {
  find: { name: 'Go to…', key: 'CmdOrCtrl+K' },
  review: { name: 'Start today’s review', key: null },
  import: { name: 'Import…', key: 'CmdOrCtrl+O' },
  export: { name: 'Export…', key: 'CmdOrCtrl+E' },
  'back-up': { name: 'Back up now', key: 'CmdOrCtrl+B' },
  undo: { name: 'Undo', key: 'CmdOrCtrl+Z' },
  redo: { name: 'Redo', key: 'CmdOrCtrl+Shift+Z' },
  'text-larger': { name: 'Text size: larger', key: 'CmdOrCtrl++' },
  'text-smaller': { name: 'Text size: smaller', key: 'CmdOrCtrl+-' },
  'text-usual': { name: 'Text size: usual', key: 'CmdOrCtrl+0' },
  'theme-system': { name: 'Theme: as the system', key: null },
  'theme-light': { name: 'Theme: light', key: null },
  'theme-dark': { name: 'Theme: dark', key: null },
  keys: { name: 'Keyboard shortcuts', key: 'F1' },
  about: { name: 'About Baseline', key: null },
} as const satisfies Record<Exclude<CommandName, `go-${ScreenName}`>, CommandText>;

/** A command that leads to no screen of the navigation. */
export type OtherCommand = keyof typeof otherCommands;

/** Where a command leads: to a screen, or something else. */
export function readCommand(command: CommandName): { screen: ScreenName } | { other: OtherCommand } {
  if (isOther(command)) return { other: command };
  const screen = screens.find(name => command === `go-${name}`);
  if (screen === undefined) throw new Error(`${command} leads to no screen`);
  return { screen };
}

function isOther(command: CommandName): command is OtherCommand {
  return Object.hasOwn(otherCommands, command);
}

/** The screen that a command leads to; null for any other. */
export function findScreen(command: CommandName): ScreenName | null {
  const place = readCommand(command);
  return 'screen' in place ? place.screen : null;
}

/** The words and the key of a command. */
export function describeCommand(command: CommandName): CommandText {
  const place = readCommand(command);
  if ('other' in place) return otherCommands[place.other];
  return { name: screenNames[place.screen], key: `CmdOrCtrl+${screenOrder.indexOf(place.screen) + 1}` };
}

/** An accelerator as a person reads it: `Ctrl K`, on a Mac `⌘K`. */
export function formatKey(key: string, isMac: boolean): string {
  // A plus that is no sign between keys stands at the end.
  const parts = key.split(/\+(?!$)/);
  if (!isMac) return parts.map(part => (part === 'CmdOrCtrl' ? 'Ctrl' : part)).join(' ');
  const signs: Record<string, string> = { CmdOrCtrl: '⌘', Shift: '⇧' };
  return parts.map(part => signs[part] ?? part).join('');
}
