import type { Confidence } from '../../../src-shared/domain/confidence.ts';
import { type Rating, ratings } from '../../../src-shared/domain/rating.ts';
import { type KeyedCommand, keyedCommands } from '../../../src-shared/domain/setting-choices.ts';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import type { KeyPress } from '../../components/use-keys.ts';
import type { Stage } from './session-state.ts';

export type DialogName = 'menu' | 'help' | 'note' | 'report' | 'due' | 'tag';

/** Everything that a key, a button or the menu can ask of the review screen. */
export type Command =
  | { do: 'reveal' }
  | { do: 'pick'; index: number }
  | { do: 'typeNumber' }
  | { do: 'sure'; confidence: Confidence }
  | { do: 'rate'; rating: Rating }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'suspend' }
  | { do: 'bury' }
  | { do: 'flag' }
  | { do: 'known' }
  | { do: 'forget' }
  /** Its editor, or for a built-in card its file. */
  | { do: 'source' }
  | { do: 'file' }
  | { do: 'dialog'; name: DialogName }
  | { do: 'ahead' }
  | { do: 'leave' };

type Buttons = Settings['ratingButtons'];
type KeySettings = Pick<Settings, 'ratingButtons' | 'askConfidence' | 'commandKeys'>;

/** What a key press means on the review screen as it stands; null where it means nothing there. */
export function readKey(press: KeyPress, view: Stage, settings: KeySettings): Command | null {
  if (press.repeat || press.focus === 'field') return null;
  if (press.ctrl && !isTypedSign(press)) return readHistoryKey(press);
  const isAction = press.key === ' ' || press.key === 'Enter';
  if (isAction && press.focus === 'control') return null;
  return (
    (isAction ? readActionKey(view) : null) ??
    readCardKey(press.key, view, settings) ??
    readCommandKey(press.key, view, settings.commandKeys)
  );
}

/** The rating that a digit gives: 1 to 4, or with two buttons 1 for Again and 2 (or 3) for Good. */
function readRating(key: string, buttons: Buttons): Rating | null {
  const rating = { '1': ratings.again, '2': ratings.hard, '3': ratings.good, '4': ratings.easy }[key];
  if (rating === undefined || buttons === 'four') return rating ?? null;
  if (rating === ratings.again) return ratings.again;
  return rating === ratings.easy ? null : ratings.good;
}

/** `@`, `?` and others need Ctrl and Alt on some keyboards, so the sign counts and not what was held. */
function isTypedSign({ key, alt }: KeyPress): boolean {
  return alt && key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
}

function readHistoryKey({ key, shift }: KeyPress): Command | null {
  const letter = key.toLowerCase();
  if (letter === 'z') return { do: shift ? 'redo' : 'undo' };
  return letter === 'y' ? { do: 'redo' } : null;
}

function readActionKey(view: Stage): Command | null {
  if (view.stage === 'wait') return { do: 'ahead' };
  if (view.stage === 'done') return { do: 'leave' };
  if (view.stage !== 'card') return null;
  return view.revealed ? { do: 'rate', rating: view.grade?.rating ?? ratings.good } : { do: 'reveal' };
}

/** Keys that belong to the card: options and numbers before the reveal, ratings after it. */
function readCardKey(key: string, view: Stage, settings: KeySettings): Command | null {
  if (view.stage !== 'card') return null;
  if (view.revealed) {
    const rating = readRating(key, settings.ratingButtons);
    return rating && { do: 'rate', rating };
  }
  if (settings.askConfidence) {
    const confidence = readConfidence(key);
    if (confidence) return { do: 'sure', confidence };
  }
  const { body } = view.card;
  if (body.kind === 'number' && /^[\d.,]$/.test(key)) return { do: 'typeNumber' };
  if ((body.kind === 'choice' || body.kind === 'scenario') && /^[1-9]$/.test(key)) {
    const index = Number(key) - 1;
    return index < body.options.length ? { do: 'pick', index } : null;
  }
  return null;
}

function readConfidence(key: string): Confidence | null {
  return { l: 'low' as const, m: 'medium' as const, h: 'high' as const }[key] ?? null;
}

/** What each command with a key of its own does. */
export const keyed: Readonly<Record<KeyedCommand, Command>> = {
  undo: { do: 'undo' },
  menu: { do: 'dialog', name: 'menu' },
  suspend: { do: 'suspend' },
  bury: { do: 'bury' },
  known: { do: 'known' },
  flag: { do: 'flag' },
  note: { do: 'dialog', name: 'note' },
  source: { do: 'source' },
  report: { do: 'dialog', name: 'report' },
};

function readCommandKey(key: string, view: Stage, keys: Settings['commandKeys']): Command | null {
  if (key === '?') return { do: 'dialog', name: 'help' };
  if (key === 'Escape') return { do: 'leave' };
  const command = keyedCommands.find(name => keys[name] === key);
  if (command === undefined) return null;
  if (command !== 'undo' && view.stage !== 'card') return null;
  if (command === 'known' && view.stage === 'card' && view.card.phase !== 'new') return null;
  return keyed[command];
}
