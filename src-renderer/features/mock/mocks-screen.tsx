import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AttemptLine, MockList } from '../../../src-shared/ipc/mock-contract.ts';
import { callApi, mocksQuery } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { PastRounds } from '../round/past-rounds.tsx';
import { RoundOffers } from '../round/round-offers.tsx';
import type { Chosen } from './begin-page.tsx';
import { PastList } from './past-list.tsx';
import { PromptList } from './prompt-list.tsx';
import { joinAnd } from './wording.ts';

type MocksScreenProps = {
  onChoose(chosen: Chosen): void;
  onInterview(attemptId: string): void;
  onRound(roundId: string): void;
  onReport(attemptId: string): void;
};

/** The mock interviews: the one that is open, the one to take next, rounds of five minutes, all others, and past ones with their scores. */
export function MocksScreen({ onChoose, onInterview, onRound, onReport }: MocksScreenProps): ReactNode {
  const mocks = useQuery(mocksQuery);
  const { reportProblem } = useNotices();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (mocks.error) reportProblem(mocks.error);
  }, [mocks.error, reportProblem]);

  const open = mocks.data?.open ?? null;
  const next = mocks.data && findProposal(mocks.data);
  const first = open ? () => onInterview(open.attemptId) : next ? () => onChoose(next) : null;
  useKeys(({ key, focus, repeat, ctrl, alt }) => {
    if (key !== 'Enter' || focus !== 'page' || repeat || ctrl || alt || !first) return false;
    first();
    return true;
  });
  return (
    <main className="page mocks" aria-busy={mocks.isPending}>
      <h1 ref={heading} tabIndex={-1} className="quiet-title">
        Mock interviews
      </h1>
      {mocks.data && (
        <>
          {open && <OpenAttempt open={open} onInterview={onInterview} />}
          {!open && next && <Proposal list={mocks.data} next={next} onChoose={onChoose} />}
          <RoundOffers isDiagnosed={mocks.data.diagnosed} onRound={onRound} />
          <PromptList prompts={mocks.data.prompts} isHeld={open !== null} onChoose={onChoose} />
          <PastList past={mocks.data.past} onReport={onReport} />
          <PastRounds rounds={mocks.data.rounds} onRound={onRound} />
        </>
      )}
    </main>
  );
}

/** The proposed prompt as a choice; null where nothing is proposed. */
function findProposal({ next, prompts }: MockList): Chosen | null {
  const prompt = prompts.find(({ id }) => id === next?.promptId);
  return prompt ? { kind: 'curated', prompt } : null;
}

type ProposalProps = {
  list: MockList;
  next: Chosen;
  onChoose(chosen: Chosen): void;
};

function Proposal({ list, next, onChoose }: ProposalProps): ReactNode {
  const { title = '', exercises = [], met = false, isFirst = false } = list.next ?? {};
  const minutes = next.kind === 'curated' ? next.prompt.minutes : next.minutes;
  return (
    <section aria-label="Next mock" className="work">
      <p className="work-line">
        {isFirst ? 'Begin with' : 'Next:'} {title}, {minutes} minutes.
      </p>
      {exercises.length > 0 && (
        <p className="work-estimate">
          It exercises {met ? 'your weakest' : 'what you have not met yet'}: {joinAnd(exercises)}.
        </p>
      )}
      <button type="button" className="button button-start" onClick={() => onChoose(next)}>
        Take it
        <KeyHint>Enter</KeyHint>
      </button>
    </section>
  );
}

type OpenAttemptProps = { open: AttemptLine; onInterview(attemptId: string): void };

/** An interview that was begun and not handed in: going on with it comes first. */
function OpenAttempt({ open, onInterview }: OpenAttemptProps): ReactNode {
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();
  const [isAsking, setAsking] = useState(false);
  const giveUp = (): void => {
    callApi('mocks:abandon', { attemptId: open.attemptId })
      .then(() => announce(`${open.title} was given up.`))
      .catch(reportProblem)
      .finally(() => queries.invalidateQueries());
  };
  return (
    <section aria-label="Open interview" className="work">
      <p className="work-line">{open.title} is still open.</p>
      <p className="work-estimate">
        {open.mode === 'strict'
          ? 'Its clock runs on, whether or not you are there.'
          : 'Practice: its clock stands still until you go on.'}
      </p>
      <div className="button-row work-buttons">
        <button type="button" className="button button-start" onClick={() => onInterview(open.attemptId)}>
          Go on
          <KeyHint>Enter</KeyHint>
        </button>
        <button type="button" className="button button-quiet" onClick={() => setAsking(true)}>
          Give it up…
        </button>
      </div>
      {isAsking && (
        <Dialog title="Give it up?" onClosed={() => setAsking(false)}>
          {close => (
            <div className="text-form">
              <p>It gets no score and leaves the lists. Taken again, this prompt counts as a repeat.</p>
              <button
                type="button"
                className="button"
                onClick={() => {
                  close();
                  giveUp();
                }}
              >
                Give {open.title} up
              </button>
            </div>
          )}
        </Dialog>
      )}
    </section>
  );
}
