import { factsSchema } from '../../../src-shared/domain/facts.ts';
import type { AttemptEvent } from '../../../src-shared/domain/mock/attempt.ts';
import { keyOfNumber } from '../../../src-shared/domain/mock/attempt.ts';
import { findPhase, limitOf } from '../../../src-shared/domain/mock/interview-clock.ts';
import { numberMeta, numberSteps } from '../../../src-shared/domain/mock/numbers.ts';
import { listPhases, phaseNames } from '../../../src-shared/domain/mock/phases.ts';
import { MOST_ASKED, type Played, playAttempt } from '../../../src-shared/domain/mock/play.ts';
import { nameStatement, type Prompt, type Statement } from '../../../src-shared/domain/mock/prompt.ts';
import { listPushbacks } from '../../../src-shared/domain/mock/pushback.ts';
import { findStatement, listOpening, listStatements } from '../../../src-shared/domain/mock/stage.ts';
import { decisionIds } from '../../../src-shared/domain/rules/decisions.ts';
import { capitalize, describeFact } from '../../../src-shared/domain/rules/describe.ts';
import type { Heard, MockView, PushbackView } from '../../../src-shared/ipc/mock-contract.ts';
import type { Attempt } from './attempts.ts';
import { listBoard, listPalette, nameDecision, namePart, viewCell } from './board.ts';

/** Units to choose from when a number is entered; each step has one of them. */
export const numberUnits: readonly string[] = [...new Set(numberSteps.map(step => numberMeta[step].unit))];

/** What the interviewer says to a question that brings out nothing. */
const NOTHING_TO_TELL = 'Nothing to tell about that. Decide as you would.';

/** A running interview as its candidate may see it: nothing of what is expected is in it. */
export function viewAttempt(attempt: Attempt, elapsedMs: number, running: boolean): MockView {
  const { start, events, row } = attempt;
  const { prompt } = start;
  const played = playAttempt(prompt, events);
  const pairs = listBoard(attempt, played);
  const onBoard = new Set(pairs.map(({ decision }) => decision));
  const phases = listPhases(prompt.minutes);
  const told = prompt.twists.slice(0, played.boards.length - 1);
  return {
    attemptId: attempt.attemptId,
    promptId: prompt.id,
    title: row.title,
    opening: prompt.opening ?? '',
    level: start.level,
    mode: start.mode,
    minutes: prompt.minutes,
    phases: phases.map(({ phase, minutes }) => ({ phase, name: phaseNames[phase], minutes })),
    phase: findPhase(events),
    parts: prompt.parts.map(({ id }) => ({ id, name: namePart(prompt, id) })),
    decisions: decisionIds
      .filter(decision => onBoard.has(decision))
      .map(decision => ({ decision, name: nameDecision(decision) })),
    heard: listHeard(prompt, events, played),
    menu: prompt.menu.map(({ id, ask, reveals }) => {
      const asked = played.asked.some(({ question }) => question === id);
      return { id, ask, asked, answer: asked ? answerQuestion(prompt, reveals) : [] };
    }),
    asksLeft: MOST_ASKED - played.asked.length,
    numbers: prompt.numbers.map(({ part, step }) => ({
      part: part ?? null,
      partName: part === undefined ? null : namePart(prompt, part),
      step,
      name: capitalize(numberMeta[step].name),
      units: [...numberUnits],
      given: played.numbers.get(keyOfNumber({ part, step })) ?? null,
    })),
    cells: pairs.map(pair => viewCell(prompt, pair, played)),
    palette: listPalette(attempt),
    pushbacks: played.reachedTwists ? viewPushbacks(attempt, played) : [],
    twists: told.map(({ id, title, say }) => ({ id, title, say })),
    nextTwist: prompt.twists[played.boards.length - 1]?.id ?? null,
    note: row.note,
    clock: { leftMs: limitOf(row.minutes) - elapsedMs, running },
  };
}

function viewPushbacks({ start }: Attempt, played: Played): PushbackView[] {
  const { prompt, pushbackSeed } = start;
  return listPushbacks(prompt, played.challenged, pushbackSeed).map(
    ({ part, decision, option, ask, costs }) => ({
      part,
      partName: namePart(prompt, part),
      decision,
      option,
      ask,
      costs: costs.map(({ id, says }) => ({ id, label: says })),
      given:
        played.answers.findLast(
          one => one.part === part && one.decision === decision && one.option === option,
        )?.cost ?? null,
    }),
  );
}

function answerQuestion(prompt: Prompt, reveals: readonly string[]): string[] {
  const told = prompt.facts.filter(statement => reveals.includes(nameStatement(statement)));
  return told.length === 0 ? [NOTHING_TO_TELL] : told.map(sayStatement);
}

/** The sentence in which a statement is told. */
export function sayStatement(statement: Statement): string {
  return statement.say ?? `${capitalize(describeStatement(statement))}.`;
}

function describeStatement({ fact, is }: Statement): string {
  const value = factsSchema.parse({ [fact]: is })[fact];
  return value === undefined ? fact : describeFact(fact, value);
}

/** What was told, in the order in which it was; a fact that a twist changed stands where the twist told it. */
function listHeard(prompt: Prompt, events: readonly AttemptEvent[], played: Played): Heard[] {
  const stage = played.boards.length - 1;
  const sources = new Map<string, Heard['from']>();
  const tell = (names: Iterable<string>, from: Heard['from']): void => {
    for (const name of names) {
      if (from === 'twist') sources.delete(name);
      if (!sources.has(name)) sources.set(name, from);
    }
  };
  tell(listOpening(prompt), 'opening');
  let twists = 0;
  for (const event of events) {
    if (event.type === 'ask')
      tell(prompt.menu.find(({ id }) => id === event.question)?.reveals ?? [], 'question');
    if (event.type === 'assume') {
      const name = findStatement(prompt, event.part ?? '', event.fact, twists);
      if (name !== null) tell([name], 'assumption');
    }
    if (event.type === 'twist') tell(prompt.twists[twists++]?.changes.map(nameStatement) ?? [], 'twist');
  }
  const statements = new Map(listStatements(prompt, stage).map(one => [nameStatement(one), one]));
  return [...sources].flatMap(([name, from]) => {
    const statement = statements.get(name);
    if (!statement) return [];
    return [
      {
        name,
        fact: statement.fact,
        part: statement.part ?? null,
        say: sayStatement(statement),
        short: describeStatement(statement).replace(/^it takes /, ''),
        from,
      },
    ];
  });
}
