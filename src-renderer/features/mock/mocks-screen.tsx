import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Level } from '../../../src-shared/domain/mock/prompt.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { Input } from '../../../src-shared/ipc/contract.ts';
import type { AttemptLine, MockList, MockMode } from '../../../src-shared/ipc/mock-contract.ts';
import { callApi, mocksQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { formatPoints } from './wording.ts';

type MocksScreenProps = { onInterview(attemptId: string): void; onReport(attemptId: string): void };

/** The prompts to choose from, an interview that is still open, and past ones with their scores. */
export function MocksScreen({ onInterview, onReport }: MocksScreenProps): ReactNode {
  const mocks = useQuery(mocksQuery);
  const { reportProblem } = useNotices();
  const heading = useRef<HTMLHeadingElement>(null);
  const [level, setLevel] = useState<Level>('guided');
  const [mode, setMode] = useState<MockMode>('strict');
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (mocks.error) reportProblem(mocks.error);
  }, [mocks.error, reportProblem]);

  const start = (source: Input<'mocks:start'>['source']): void => {
    callApi('mocks:start', { source, level, mode })
      .then(state =>
        state.kind === 'running' ? onInterview(state.view.attemptId) : onReport(state.attemptId),
      )
      .catch(reportProblem);
  };
  const { prompts = [], past = [], open = null, next = null } = mocks.data ?? {};
  return (
    <main className="page" aria-busy={mocks.isPending}>
      <h1 ref={heading} tabIndex={-1}>
        Mock interviews
      </h1>
      {open ? (
        <section aria-label="Open interview">
          <p className="work-line">{open.title} is still open.</p>
          <button type="button" className="button button-start" onClick={() => onInterview(open.attemptId)}>
            Go on
          </button>
        </section>
      ) : (
        <>
          <Terms level={level} mode={mode} onLevel={setLevel} onMode={setMode} />
          {next && (
            <section aria-labelledby="next-title">
              <h2 id="next-title" className="section-title">
                Next for you
              </h2>
              <p className="reading">
                {next.title}: it turns on what you hold worst, {next.weakest.join(', ')}.
              </p>
              <button
                type="button"
                className="button button-main"
                onClick={() => start({ kind: 'curated', promptId: next.promptId })}
              >
                Begin {next.title}
              </button>
            </section>
          )}
          <PromptList prompts={prompts} onStart={promptId => start({ kind: 'curated', promptId })} />
          <section aria-labelledby="drawn-title">
            <h2 id="drawn-title" className="section-title">
              A new one each time
            </h2>
            <div className="button-row">
              {([35, 12] as const).map(minutes => (
                <button
                  key={minutes}
                  type="button"
                  className="button"
                  onClick={() => start({ kind: 'generated', seed: null, minutes })}
                >
                  {minutes} minutes
                </button>
              ))}
            </div>
          </section>
        </>
      )}
      <PastList past={past} onReport={onReport} />
    </main>
  );
}

const levelNames = {
  guided: ['Guided', 'the board lists what is to be decided'],
  open: ['Open', 'you raise the decisions yourself, as in an interview'],
} as const;
const modeNames = {
  strict: ['Strict', 'the clock runs on, even while Baseline is closed'],
  practice: ['Practice', 'the clock stops when you pause or close; hints are given'],
} as const;

type TermsProps = { level: Level; mode: MockMode; onLevel(level: Level): void; onMode(mode: MockMode): void };

/** How the interview is taken, chosen before the clock starts. */
function Terms({ level, mode, onLevel, onMode }: TermsProps): ReactNode {
  return (
    <section aria-label="Terms" className="terms">
      <fieldset>
        <legend className="visually-hidden">Level</legend>
        {(['guided', 'open'] as const).map(one => (
          <label key={one}>
            <input type="radio" name="level" checked={level === one} onChange={() => onLevel(one)} />{' '}
            {levelNames[one][0]} <span className="muted">{levelNames[one][1]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend className="visually-hidden">Clock</legend>
        {(['strict', 'practice'] as const).map(one => (
          <label key={one}>
            <input type="radio" name="mode" checked={mode === one} onChange={() => onMode(one)} />{' '}
            {modeNames[one][0]} <span className="muted">{modeNames[one][1]}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}

type PromptListProps = { prompts: MockList['prompts']; onStart(promptId: string): void };

function PromptList({ prompts, onStart }: PromptListProps): ReactNode {
  return (
    <section aria-labelledby="prompts-title">
      <h2 id="prompts-title" className="section-title">
        Prompts
      </h2>
      <table className="decks">
        <thead>
          <tr>
            <th scope="col">Prompt</th>
            <th scope="col">Minutes</th>
            <th scope="col">Decisions</th>
            <th scope="col">Best</th>
            <th scope="col">
              <span className="visually-hidden">Begin</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {prompts.map(({ id, title, minutes, decisions, best, attempts }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{minutes} min</td>
              <td>{decisions}</td>
              <td>
                {best === null ? '–' : formatPoints(best)}
                {attempts > 1 && <span className="muted"> of {countOf(attempts, 'attempt')}</span>}
              </td>
              <td>
                <button
                  type="button"
                  className="button"
                  aria-label={`Begin ${title}`}
                  onClick={() => onStart(id)}
                >
                  Begin
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type PastListProps = { past: AttemptLine[]; onReport(attemptId: string): void };

function PastList({ past, onReport }: PastListProps): ReactNode {
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="past-title">
      <h2 id="past-title" className="section-title">
        Past interviews
      </h2>
      <ul className="past">
        {past.map(({ attemptId, title, date, total, repeat, level }) => (
          <li key={attemptId}>
            <button type="button" className="button-link" onClick={() => onReport(attemptId)}>
              {title}
            </button>{' '}
            <span className="muted">
              {date}, {level}, decision score {total === null ? '–' : formatPoints(total)}
              {repeat ? ', a repeat: practice' : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
