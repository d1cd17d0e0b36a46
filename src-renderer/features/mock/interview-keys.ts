import { type PhaseId, phaseIds } from '../../../src-shared/domain/mock/phases.ts';
import type { KeyPress } from '../../components/use-keys.ts';

/** What a key asks of the interview outside a decision. */
export type InterviewCommand =
  | { do: 'phase'; phase: PhaseId }
  | { do: 'work' }
  | { do: 'notes' }
  | { do: 'pause' }
  | { do: 'raise' }
  | { do: 'help' }
  | { do: 'leave' };

/** The phase before or after one; null beyond the ends. */
export function neighbourOf(phase: PhaseId, by: 1 | -1): PhaseId | null {
  return phaseIds[phaseIds.indexOf(phase) + by] ?? null;
}

/** Phases whose decisions are worked on the board. */
export function hasBoard(phase: PhaseId): boolean {
  return phase !== 'clarify' && phase !== 'numbers';
}

/** Whether a press is a single key that means itself: nothing held, no field, not a repetition. */
export function isPlain({ ctrl, alt, repeat, focus }: KeyPress): boolean {
  return !ctrl && !alt && !repeat && focus !== 'field';
}

/** The entry of a list that a key picks by its place in `keys`; null where it picks none. */
export function readLetterKey<T>(press: KeyPress, keys: string, entries: readonly T[]): T | null {
  if (!isPlain(press) || press.key.length !== 1) return null;
  const place = keys.indexOf(press.key);
  return place < 0 ? null : (entries[place] ?? null);
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** What a key means in an interview while no decision is open; null where it means nothing there. */
export function readInterviewKey(
  press: KeyPress,
  { phase, isPractice, isOpenLevel }: { phase: PhaseId; isPractice: boolean; isOpenLevel: boolean },
): InterviewCommand | null {
  const { key, focus, repeat } = press;
  // The sign counts and not what was held: on some keyboards `?`, `[` and `]` need Alt.
  if (focus === 'field' || repeat) return null;
  if (key === '?') return { do: 'help' };
  if (key === ']' || key === '[') {
    const next = neighbourOf(phase, key === ']' ? 1 : -1);
    return next && { do: 'phase', phase: next };
  }
  if (!isPlain(press)) return null;
  if (key === 'Escape') return { do: 'leave' };
  if (key === 'n') return { do: 'notes' };
  if (key === 'p' && isPractice) return { do: 'pause' };
  if (key === 'r' && isOpenLevel && hasBoard(phase)) return { do: 'raise' };
  if (focus === 'control') return null;
  return key === 'Enter' || (hasBoard(phase) && arrows.includes(key)) ? { do: 'work' } : null;
}
