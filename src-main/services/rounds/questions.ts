import { drawDiagnostic } from '../../../src-shared/domain/mock/diagnostic.ts';
import { generatorVersion } from '../../../src-shared/domain/mock/generate.ts';
import { drawQuickDecision, type QuickDecision } from '../../../src-shared/domain/mock/quick.ts';
import type { RoundRow } from '../../db/queries/rounds.ts';

/** How many decisions the diagnostic asks. */
export const DIAGNOSTIC_QUESTIONS = 10;

/** More than anybody answers in five minutes; a page gone wrong must not fill the disk. */
const MOST_QUESTIONS = 1000;

/**
 * The questions of the round that was read last, by their places: drawing one takes up to some tens of milliseconds,
 * and it is read at every step.
 */
let kept: { roundId: string; questions: Map<number, QuickDecision> } | null = null;

/**
 * The decision that a round asks now, drawn from its seed; null where it has asked all it has. A round that another
 * version of the generator drew cannot be gone on with: its questions would be others.
 */
export function findQuestion({
  round_id,
  kind,
  seed,
  answered,
  generator_version,
}: Pick<RoundRow, 'round_id' | 'kind' | 'seed' | 'answered' | 'generator_version'>): QuickDecision | null {
  const most = kind === 'diagnostic' ? DIAGNOSTIC_QUESTIONS : MOST_QUESTIONS;
  if (generator_version !== generatorVersion || answered >= most) return null;
  if (kept?.roundId !== round_id) {
    const drawn = kind === 'diagnostic' ? drawDiagnostic(seed) : [];
    kept = { roundId: round_id, questions: new Map(drawn.entries()) };
  }
  const question = kept.questions.get(answered) ?? drawQuickDecision(seed, answered);
  kept.questions.set(answered, question);
  return question;
}
