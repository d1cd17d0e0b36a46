import { drawDiagnostic } from '../../../src-shared/domain/mock/diagnostic.ts';
import { generatorVersion } from '../../../src-shared/domain/mock/generate.ts';
import { drawQuickDecision, type QuickDecision } from '../../../src-shared/domain/mock/quick.ts';
import type { RoundRow } from '../../db/queries/rounds.ts';

/** How many decisions the diagnostic asks. */
export const DIAGNOSTIC_QUESTIONS = 10;

/** More than anybody answers in five minutes; a page gone wrong must not fill the disk. */
const MOST_QUESTIONS = 1000;

/** The ten of the diagnostic that was read last: drawing them takes a moment, and they are read at every step. */
let kept: { seed: number; questions: QuickDecision[] } | null = null;

/**
 * The decision that a round asks now, drawn from its seed; null where it has asked all it has. A round that another
 * version of the generator drew cannot be gone on with: its questions would be others.
 */
export function findQuestion(round: RoundRow): QuickDecision | null {
  if (round.generator_version !== generatorVersion) return null;
  if (round.kind === 'quick') {
    return round.answered < MOST_QUESTIONS ? drawQuickDecision(round.seed, round.answered) : null;
  }
  if (kept?.seed !== round.seed) kept = { seed: round.seed, questions: drawDiagnostic(round.seed) };
  return kept.questions[round.answered] ?? null;
}
