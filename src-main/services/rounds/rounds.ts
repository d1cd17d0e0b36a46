import { cardIdSchema } from '../../../src-shared/domain/ids.ts';
import { generatorVersion } from '../../../src-shared/domain/mock/generate.ts';
import { judgeQuick } from '../../../src-shared/domain/mock/quick.ts';
import { recordAnswer } from '../../../src-shared/domain/mock/read-round.ts';
import { ROUND_MS, type RoundKind } from '../../../src-shared/domain/mock/round-answer.ts';
import { rulesVersion } from '../../../src-shared/domain/mock/score.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { hash32 } from '../../../src-shared/domain/random.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Input, Output } from '../../../src-shared/ipc/contract.ts';
import type { RoundView } from '../../../src-shared/ipc/round-contract.ts';
import { createUuid } from '../../db/new-id.ts';
import type { RoundRow } from '../../db/queries/rounds.ts';
import type { Profile } from '../profile.ts';
import { createRoundClock } from './clock.ts';
import { findQuestion } from './questions.ts';
import { chooseMending, describeVerdict, viewRound } from './view.ts';

/** The rounds of a profile while its window is open: one at a time, whose clock this process owns. */
export type Rounds = ReturnType<typeof createRounds>;

const beyondUndo = { undoable: false };

/** Makes them. Whatever is done is on disk when it returns. */
export function createRounds(profile: Profile) {
  const clock = createRoundClock(profile.clock, roundId => profile.store.rounds.lastAtMs(roundId));

  const end = (round: RoundRow, atMs: number, at: Instant): void => {
    profile.journal.commit(at, [{ type: 'round_end', roundId: round.round_id, atMs }], beyondUndo);
  };
  /** Ends the running round as of its deadline where its time is up. True where it was. */
  const settle = (at: Instant): boolean => {
    const open = profile.store.rounds.open();
    if (!open) return false;
    const ranMs = clock.read(open, at.atMs);
    if (ranMs < ROUND_MS && findQuestion(open) !== null) return false;
    end(open, ranMs, at);
    return true;
  };
  const find = (roundId: string): RoundRow => {
    const round = profile.store.rounds.get(roundId);
    if (round) return round;
    throw new ProblemError('not-found', 'There is no such round.', 'Begin a new one. Nothing was changed.');
  };
  const view = (roundId: string, at: Instant): RoundView => {
    const round = find(roundId);
    const ranMs = round.over === 1 ? round.ran_ms : clock.read(round, at.atMs);
    return viewRound(profile, round, { ranMs, isResting: clock.isResting(round) }, at);
  };
  /** The decision that is asked now is on screen: its time counts. */
  const ask = (roundId: string, at: Instant): RoundView => {
    settle(at);
    const round = find(roundId);
    if (round.over === 0) clock.run(round, at.atMs);
    return view(roundId, at);
  };

  return {
    /** Brings the clock up to date, at the start of the app and before anything is read. True where a round ended. */
    settle,
    /** Begins a round. One of the same kind that still runs is gone on with; another one ends. */
    start(kind: RoundKind, at: Instant): RoundView {
      settle(at);
      const open = profile.store.rounds.open();
      if (open?.kind === kind) return ask(open.round_id, at);
      if (open) end(open, clock.read(open, at.atMs), at);
      const roundId = createUuid(at.atMs);
      const seed = hash32(`round ${roundId}`);
      profile.journal.commit(
        at,
        [{ type: 'round_start', roundId, kind, seed, generatorVersion, rulesVersion }],
        beyondUndo,
      );
      return ask(roundId, at);
    },
    ask,
    view(roundId: string, at: Instant): RoundView {
      settle(at);
      return view(roundId, at);
    },
    /**
     * Takes an answer, if it comes in time and to the decision that is asked; the clock rests from then on, until the
     * next decision is asked. The tenth ends the diagnostic.
     */
    answer(
      { roundId, index, option, takenMs }: Input<'rounds:answer'>,
      at: Instant,
    ): Output<'rounds:answer'> {
      const endedNow = settle(at);
      const round = find(roundId);
      if (round.over === 1) throw endedNow ? tooLate() : isOver();
      const question = findQuestion(round);
      if (!question || index !== round.answered) throw notAsked();
      if (!question.options.some(({ id }) => id === option)) {
        throw new ProblemError('invalid', `“${option}” is no option here.`, 'Nothing was changed.');
      }
      const verdict = judgeQuick(question, option);
      const atMs = clock.read(round, at.atMs);
      const answer = recordAnswer(question, option, verdict);
      const isLast = findQuestion({ ...round, answered: round.answered + 1 }) === null;
      profile.journal.commit(
        at,
        [
          { type: 'round_answer', roundId, index, atMs, takenMs, answer },
          ...(isLast ? [{ type: 'round_end', roundId, atMs } as const] : []),
        ],
        beyondUndo,
      );
      clock.rest(find(roundId), at.atMs);
      return { verdict: describeVerdict(profile, verdict), round: view(roundId, at) };
    },
    /** Ends a round before its time; one that is over stays as it is. */
    end(roundId: string, at: Instant): RoundView {
      settle(at);
      const round = find(roundId);
      if (round.over === 0) end(round, clock.read(round, at.atMs), at);
      return view(roundId, at);
    },
    /** Puts the cards that would mend a round first in the next review, as one action; once. */
    mend(roundId: string, at: Instant): RoundView {
      settle(at);
      const round = find(roundId);
      if (round.over === 0) {
        throw new ProblemError('invalid', 'This round still runs.', 'End it first. Nothing was changed.');
      }
      const cards = profile.store.rounds.marked(roundId).length > 0 ? [] : chooseMending(profile, round, at);
      if (cards.length > 0) {
        profile.journal.commit(
          at,
          cards.map(id => ({ type: 'mark', cardId: cardIdSchema.parse(id), source: 'round', roundId })),
        );
      }
      return view(roundId, at);
    },
    /** Once a second: ends the running round when its time is up. True where it ended. */
    tick: settle,
    /** The machine goes to sleep; and it wakes: true where a round ended meanwhile. */
    sleep: (): void => undefined,
    wake(at: Instant): boolean {
      const open = profile.store.rounds.open();
      if (open) clock.wake(open, at.atMs);
      return settle(at);
    },
  };
}

function tooLate(): ProblemError {
  return new ProblemError('invalid', 'The five minutes are over.', 'That answer came too late to count.');
}

function isOver(): ProblemError {
  return new ProblemError('invalid', 'This round is over.', 'Nothing was changed.');
}

function notAsked(): ProblemError {
  return new ProblemError('invalid', 'That was answered already.', 'Nothing was changed.');
}
