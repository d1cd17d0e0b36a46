import type { FactName, Facts } from '../facts.ts';
import type { OptionId } from '../rules/decisions.ts';
import type { ScenarioSpec } from './spec.ts';

/** A scenario as it is shown once. Texts are Markdown. */
export type Surface = {
  /** The part's name and the interviewer's opening. */
  product: string;
  /** What the interviewer says, a fact a line, in a drawn order. */
  lines: string[];
  ask: string;
  /** In drawn order. `why`: for the right one why it holds, else the fact under which it would be right. */
  options: { id: OptionId; text: string; right: boolean; why: string }[];
  /** The rule and the facts that decide. */
  because: string;
  /** The smallest change of one fact that turns the answer, as a sentence. */
  flip: string | null;
  facts: Facts;
  /** Facts that decide: without any one of them the answer would be open. */
  deciding: FactName[];
  /** One step of one fact would turn the answer. */
  nearMiss: boolean;
};

/** Draws a surface. The same card and seed give the same surface. Throws a RangeError where the card has none. */
export function drawSurface(_spec: ScenarioSpec, _seed: number): Surface {
  throw new RangeError('scenario cards cannot be drawn yet');
}
