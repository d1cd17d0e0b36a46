import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../src-shared/domain/problem.ts';
import type { Recovered, RecoveryOutput } from '../../../src-shared/ipc/recovery-contract.ts';
import { describeProblem } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemDetails } from '../../components/problem-details.tsx';
import { describeHolds, nameMoment } from '../backups/wording.ts';
import { useSystemAppearance } from '../settings/use-appearance.ts';
import { callRecovery } from './api.ts';
import { describeDone, describeSalvage } from './wording.ts';

type Found = RecoveryOutput<'recovery:get'>;
type Way = 'recovery:salvage' | 'recovery:put-back' | 'recovery:start-anew';

/** Stands where a profile cannot be opened: what is wrong, and what can be done about it. */
export function RecoveryPage(): ReactNode {
  useSystemAppearance();
  const [found, setFound] = useState<Found | null>(null);
  const [done, setDone] = useState<Recovered | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = <T,>(work: Promise<T>, then: (value: T) => void): void => {
    setBusy(true);
    setFailure(null);
    work
      .then(then)
      .catch(error => setFailure(describeProblem(error)))
      .finally(() => setBusy(false));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: Once, when the page is there.
  useEffect(() => run(callRecovery('recovery:get'), setFound), []);
  const open = (): void => run(callRecovery('recovery:open'), () => undefined);
  return (
    <>
      <header className="masthead">
        <p className="brand">Baseline</p>
      </header>
      <main className="page" aria-busy={isBusy}>
        {done ? (
          <Done done={done} isBusy={isBusy} onOpen={open} />
        ) : (
          found && <Choices found={found} isBusy={isBusy} onChoose={way => run(callRecovery(way), setDone)} />
        )}
        {failure && (
          <div role="alert" className="recovery-failure">
            <p>
              <strong>{failure.message}</strong> {failure.hint}
            </p>
            {failure.details !== undefined && <ProblemDetails text={failure.details} />}
          </div>
        )}
      </main>
    </>
  );
}

type ChoicesProps = { found: Found; isBusy: boolean; onChoose(way: Way): void };

function Choices({ found: { problem, profile, choices }, isBusy, onChoose }: ChoicesProps): ReactNode {
  const [isAsked, setAsked] = useState(false);
  const { salvage, backup } = choices;
  const hasEvents = salvage.events > 0;
  return (
    <>
      <Heading>Your database is damaged</Heading>
      <p className="reading">
        Baseline has not opened it, and has changed nothing. Your decks, pictures and backups are separate
        files. Whatever you choose, the damaged database is kept.
      </p>
      <ul className="recovery-ways" aria-label="What you can do">
        {hasEvents && (
          <WayRow
            title="Save what can be read"
            says={describeSalvage(salvage)}
            action="Save it"
            isMain
            isBusy={isBusy}
            onChoose={() => onChoose('recovery:salvage')}
          />
        )}
        {backup && (
          <WayRow
            title="Put back the newest backup"
            says={`From ${nameMoment(backup)}: ${describeHolds(backup)}. It was checked and is whole. What you did later is not in it.`}
            action="Put it back"
            isMain={!hasEvents}
            isBusy={isBusy}
            onChoose={() => onChoose('recovery:put-back')}
          />
        )}
        <WayRow
          title="Start anew"
          says={`With no progress.${backup || hasEvents ? '' : ' Nothing in the database can be read, and there is no backup.'} Your decks stay.`}
          action="Start anew…"
          isMain={!hasEvents && !backup}
          isBusy={isBusy}
          onChoose={() => setAsked(true)}
        />
      </ul>
      <section aria-labelledby="files-title">
        <h2 id="files-title" className="section-title">
          Where the files are
        </h2>
        <p className="path">{profile}</p>
        <button
          type="button"
          className="button-link"
          onClick={() => void callRecovery('recovery:open-folder').catch(() => undefined)}
        >
          Show the folder
        </button>
        <ProblemDetails text={[problem.message, problem.hint, problem.details].filter(Boolean).join('\n')} />
      </section>
      {isAsked && (
        <Dialog title="Start anew?" onClosed={() => setAsked(false)}>
          {close => (
            <div className="text-form">
              <p>
                Every card becomes new again, and past mock interviews are gone from the lists. The damaged
                database is kept beside the new one.
              </p>
              <button
                type="button"
                className="button button-main"
                onClick={() => {
                  close();
                  onChoose('recovery:start-anew');
                }}
              >
                Start anew
              </button>
            </div>
          )}
        </Dialog>
      )}
    </>
  );
}

type WayProps = {
  title: string;
  says: string;
  action: string;
  isMain: boolean;
  isBusy: boolean;
  onChoose(): void;
};

function WayRow({ title, says, action, isMain, isBusy, onChoose }: WayProps): ReactNode {
  return (
    <li className="recovery-way">
      <div>
        <h2>{title}</h2>
        <p className="muted">{says}</p>
      </div>
      <button
        type="button"
        className={isMain ? 'button button-main' : 'button'}
        disabled={isBusy}
        onClick={onChoose}
      >
        {action}
      </button>
    </li>
  );
}

function Done({ done, isBusy, onOpen }: { done: Recovered; isBusy: boolean; onOpen(): void }): ReactNode {
  const { title, text } = describeDone(done);
  return (
    <>
      <Heading key="done">{title}</Heading>
      <p className="reading">{text}</p>
      <div>
        <button type="button" className="button button-start" disabled={isBusy} onClick={onOpen}>
          Open Baseline
        </button>
      </div>
      <section aria-labelledby="kept-title">
        <h2 id="kept-title" className="section-title">
          The damaged database
        </h2>
        <p className="path">{done.kept}</p>
      </section>
    </>
  );
}

/** The heading, from which reading begins. */
function Heading({ children }: { children: string }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
