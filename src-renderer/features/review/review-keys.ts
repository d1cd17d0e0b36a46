import type { Confidence } from '../../../src-shared/domain/events.ts';
import { type Rating, ratings } from '../../../src-shared/domain/rating.ts';
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
  | { do: 'source' }
  | { do: 'dialog'; name: DialogName }
  | { do: 'ahead' }
  | { do: 'leave' };

type Buttons = Settings['ratingButtons'];
type KeySettings = Pick<Settings, 'ratingButtons' | 'askConfidence'>;

/** What a key press means on the review screen as it stands; null where it means nothing there. */
export function readKey(press: KeyPress, view: Stage, settings: KeySettings): Command | null {
  if (press.repeat || press.focus === 'field') return null;
  if (press.ctrl && !isTypedSign(press.key)) return readHistoryKey(press);
  const isAction = press.key === ' ' || press.key === 'Enter';
  if (isAction && press.focus === 'control') return null;
  return (
    (isAction ? readActionKey(view) : null) ??
    readCardKey(press.key, view, settings) ??
    readCommandKey(press.key, view)
  );
}

/** The rating that a digit gives: 1 to 4, or with two buttons 1 for Again and 2 (or 3) for Good. */
function readRating(key: string, buttons: Buttons): Rating | null {
  const rating = { '1': ratings.again, '2': ratings.hard, '3': ratings.good, '4': ratings.easy }[key];
  if (rating === undefined || buttons === 'four') return rating ?? null;
  if (rating === ratings.again) return ratings.again;
  return rating === ratings.easy ? null : ratings.good;
}

/** `@` and `?` need Ctrl and Alt on some keyboards, so the sign counts and not what was held. */
function isTypedSign(key: string): boolean {
  return key === '@' || key === '?';
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

function readCommandKey(key: string, view: Stage): Command | null {
  switch (key) {
    case 'u':
      return { do: 'undo' };
    case '?':
      return { do: 'dialog', name: 'help' };
    case 'Escape':
      return { do: 'leave' };
  }
  if (view.stage !== 'card') return null;
  switch (key) {
    case '@':
      return { do: 'suspend' };
    case '-':
      return { do: 'bury' };
    case 'f':
      return { do: 'flag' };
    case 'n':
      return { do: 'dialog', name: 'note' };
    case 'i':
      return view.card.phase === 'new' ? { do: 'known' } : null;
    case 'e':
      return { do: 'source' };
    case 'r':
      return { do: 'dialog', name: 'report' };
    case 'm':
      return { do: 'dialog', name: 'menu' };
    default:
      return null;
  }
}
