import { type Confidence, confidences } from './attempt.ts';

/** A decision with the confidence that was stated, and whether it was best or defensible. */
export type SureAnswer = { confidence: Confidence; right: boolean };

/** So many of the last answers tell whether confidence is used at all. */
const LAST = 20;
/** Where one level makes up this share of them, confidence is a habit and tells nothing. */
const SAME_LEVEL = 0.9;

/** Mean squared error of the confidences stated (G. W. Brier, Monthly Weather Review 78 (1950), 1–3); null without any. */
export function meanBrier(answers: readonly SureAnswer[]): number | null {
  if (answers.length === 0) return null;
  const errors = answers.map(({ confidence, right }) => (confidences[confidence] - (right ? 1 : 0)) ** 2);
  return errors.reduce((sum, one) => sum + one, 0) / errors.length;
}

/**
 * The Brier score of past answers, the latest last: 0 is perfect, always saying 0.5 gives 0.25. Null without
 * answers, and withheld (null) where one level makes up nine tenths of the last twenty.
 */
export function brierOf(answers: readonly SureAnswer[]): number | null {
  const last = answers.slice(-LAST);
  const levels = Object.groupBy(last, ({ confidence }) => confidence);
  const most = Math.max(0, ...Object.values(levels).map(list => list.length));
  return most >= SAME_LEVEL * last.length ? null : meanBrier(answers);
}
