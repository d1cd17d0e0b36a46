import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import { type Act, type AttemptEvent, keyOf } from '../../../src-shared/domain/mock/attempt.ts';
import { findPhase, limitOf, QUESTION_MS } from '../../../src-shared/domain/mock/interview-clock.ts';
import { phaseIds } from '../../../src-shared/domain/mock/phases.ts';
import { MOST_ASKED, type Played, playAttempt } from '../../../src-shared/domain/mock/play.ts';
import { listPushbacks } from '../../../src-shared/domain/mock/pushback.ts';
import { listGroups, MOST_CITED } from '../../../src-shared/domain/mock/reasons.ts';
import { findStatement } from '../../../src-shared/domain/mock/stage.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { DecisionId } from '../../../src-shared/domain/rules/decisions.ts';
import type { Attempt } from './attempts.ts';
import { isKnown, listBoard, listPairOptions, listPalette } from './board.ts';
import { numberUnits } from './view.ts';

/** So many events are more than anybody needs; a page gone wrong must not fill the disk. */
const MOST_EVENTS = 5_000;

/**
 * The event that an act makes of an attempt at a moment of its clock. Throws a ProblemError for what cannot be
 * done in it now: a name that does not exist, a question asked twice, a fact that is not known.
 */
export function planAct({ attempt, act, atMs }: { attempt: Attempt; act: Act; atMs: number }): AttemptEvent {
  const { start, events, row } = attempt;
  const played = playAttempt(start.prompt, events);
  if (events.length >= MOST_EVENTS) refuse('This interview has too many steps.');
  switch (act.type) {
    case 'ask':
      checkQuestion(attempt, played, act.question, limitOf(row.minutes) - atMs);
      break;
    case 'assume':
      checkAssumption(attempt, played, act, limitOf(row.minutes) - atMs);
      break;
    case 'number': {
      const wanted = start.prompt.numbers.some(one => one.step === act.step && one.part === act.part);
      if (!wanted) refuse(`This interview does not ask for ${act.step} there.`);
      if (!numberUnits.includes(act.unit)) refuse(`There is no unit “${act.unit}”.`);
      break;
    }
    case 'decide':
    case 'revise':
      checkOption(attempt, played, act);
      break;
    case 'cite':
      checkChosen(played, act);
      checkCited(attempt, played, act);
      break;
    case 'sure':
      checkChosen(played, act);
      break;
    case 'pushback':
      checkPushback(attempt, played, act);
      break;
    case 'phase':
      if (!phaseIds.some(id => id === act.phase)) refuse(`There is no phase “${act.phase}”.`);
      if (findPhase(events) === act.phase) refuse('That phase has begun already.');
      break;
    case 'twist': {
      const next = start.prompt.twists[played.boards.length - 1];
      if (next?.id !== act.twist) refuse(`“${act.twist}” is not what comes next.`);
      break;
    }
    default:
      return assertNever(act);
  }
  return { ...act, atMs };
}

function refuse(message: string): never {
  throw new ProblemError('invalid', message, 'Nothing was changed.');
}

function checkQuestion({ start }: Attempt, played: Played, id: string, leftMs: number): void {
  if (!start.prompt.menu.some(question => question.id === id)) refuse(`There is no question “${id}”.`);
  if (played.asked.some(({ question }) => question === id)) refuse('You asked that already.');
  if (played.asked.length >= MOST_ASKED) refuse(`You asked ${MOST_ASKED} questions, which is all.`);
  if (leftMs <= QUESTION_MS) refuse('There is no time left for a question: each takes 20 seconds.');
}

function checkAssumption(
  { start }: Attempt,
  played: Played,
  { part, fact }: Extract<Act, { type: 'assume' }>,
  leftMs: number,
): void {
  const { prompt } = start;
  if (part !== undefined && !prompt.parts.some(({ id }) => id === part))
    refuse(`There is no part “${part}”.`);
  const stage = played.boards.length - 1;
  if (isKnown(prompt, part ?? '', fact, played)) refuse('You know that already.');
  if (findStatement(prompt, part ?? '', fact, stage) === null) {
    throw new ProblemError(
      'not-found',
      'The interviewer has nothing to say to that: it is left open.',
      'Decide without it.',
    );
  }
  if (leftMs <= QUESTION_MS) refuse('There is no time left for an assumption: each takes 20 seconds.');
}

function checkOption(
  attempt: Attempt,
  played: Played,
  { part, decision, option }: { part: string; decision: DecisionId; option: string },
): void {
  const { prompt, level } = attempt.start;
  if (!prompt.parts.some(({ id }) => id === part)) refuse(`There is no part “${part}”.`);
  const onBoard = listBoard(attempt, played).find(one => one.part === part && one.decision === decision);
  const raised = level === 'open' ? listPalette(attempt).find(one => one.decision === decision) : undefined;
  const scored = prompt.score.find(one => one.part === part && one.decision === decision);
  const pair = onBoard ?? scored ?? raised;
  if (!pair) refuse(`“${decision}” is not on the board of ${part}.`);
  const options =
    raised && !onBoard && !scored ? raised.options : listPairOptions({ decision, ...onBoard, ...scored });
  if (!options.some(({ id }) => id === option)) refuse(`“${option}” is no option of ${decision}.`);
}

function checkChosen(played: Played, { part, decision }: { part: string; decision: DecisionId }): void {
  if (!played.boards.at(-1)?.has(keyOf(part, decision))) refuse('Choose an option first.');
}

function checkCited(
  { start }: Attempt,
  played: Played,
  { part, facts, nothing }: Extract<Act, { type: 'cite' }>,
): void {
  if (nothing && facts.length > 0)
    refuse('Cite facts, or say that nothing known speaks against the default; not both.');
  if (listGroups(facts).length > MOST_CITED) refuse(`At most ${MOST_CITED} facts may be cited.`);
  const unknown = facts.find(fact => !isKnown(start.prompt, part, fact, played));
  if (unknown) refuse(`You do not know ${unknown} of ${part}.`);
}

function checkPushback(
  { start }: Attempt,
  played: Played,
  { part, decision, option, cost }: Extract<Act, { type: 'pushback' }>,
): void {
  const asked = played.reachedTwists
    ? listPushbacks(start.prompt, played.challenged, start.pushbackSeed)
    : [];
  const one = asked.find(it => it.part === part && it.decision === decision && it.option === option);
  if (!one) refuse('Nobody asked that.');
  if (!one.costs.some(({ id }) => id === cost)) refuse(`“${cost}” is none of the answers.`);
}
