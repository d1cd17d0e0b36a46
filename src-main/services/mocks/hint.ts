import { playAttempt } from '../../../src-shared/domain/mock/play.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { listRelevantFacts } from '../../../src-shared/domain/rules/decide.ts';
import type { DecisionId } from '../../../src-shared/domain/rules/decisions.ts';
import { joinClauses } from '../../../src-shared/domain/rules/describe.ts';
import type { Attempt } from './attempts.ts';
import { isKnown, listBoard, nameDecision, nameFact } from './board.ts';

/** What a decision turns on, and what of it is not known yet; not what is best. */
export function hintAt(attempt: Attempt, part: string, decision: DecisionId): string {
  const { prompt, level } = attempt.start;
  const played = playAttempt(prompt, attempt.events);
  const onBoard = listBoard(attempt, played).some(one => one.part === part && one.decision === decision);
  // At the open level a decision that is being raised stands on no board until it has an option.
  const raised = level === 'open' && prompt.parts.some(({ id }) => id === part);
  if (!onBoard && !raised) {
    throw new ProblemError('invalid', 'That decision is not on the board.', 'Nothing was changed.');
  }
  const facts = listRelevantFacts(decision);
  const unknown = facts.filter(fact => !isKnown(prompt, part, fact, played));
  const turns = `${nameDecision(decision)} turns on ${joinClauses(facts.map(nameFact))}.`;
  return unknown.length === 0 || unknown.length === facts.length
    ? turns
    : `${turns} You do not know yet: ${joinClauses(unknown.map(nameFact))}.`;
}
