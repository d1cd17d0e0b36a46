import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { MockReport } from '../../../src-shared/ipc/report-contract.ts';
import { callApi, reportQuery } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useNotices } from '../../components/notices.tsx';
import { TextForm } from '../review/text-form.tsx';
import { ReportedDecision } from './reported-decision.tsx';
import { SelfCheck } from './self-check.tsx';
import { describeClarify, formatPoints, formatShare } from './wording.ts';

type ReportScreenProps = { attemptId: string; isFresh: boolean; onLeave(): void; onReview(): void };

/** What a submitted interview comes to. Right after it, what was designed is said aloud once. */
export function ReportScreen({ attemptId, isFresh, onLeave, onReview }: ReportScreenProps): ReactNode {
  const report = useQuery(reportQuery(attemptId));
  const { reportProblem } = useNotices();
  const [isSpeaking, setSpeaking] = useState(isFresh);
  useEffect(() => {
    if (report.error) reportProblem(report.error);
  }, [report.error, reportProblem]);
  if (!report.data) return <main className="page" aria-busy="true" />;
  if (isSpeaking) return <SelfCheck lines={report.data.modelAnswer} onDone={() => setSpeaking(false)} />;
  return <Report report={report.data} onLeave={onLeave} onReview={onReview} />;
}

type ReportProps = { report: MockReport; onLeave(): void; onReview(): void };

function Report({ report, onLeave, onReview }: ReportProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { attempt, marked, numbers, rescored, earlier } = report;
  const misses = report.decisions.filter(({ points, of }) => points < of);
  const right = report.decisions.filter(({ points, of }) => points >= of);
  return (
    <main className="page report">
      <h1 ref={heading} tabIndex={-1}>
        {attempt.title}
      </h1>
      <section aria-label="Decision score">
        <p className="score">
          <strong>{formatPoints(report.total)}</strong> of 100 <span className="muted">decision score</span>
        </p>
        <p className="muted">
          Derived by rule from your decisions and reasons; the same answers always give the same score. It
          cannot judge drawing or speaking.{' '}
          {attempt.repeat && 'A repeat of this prompt: practice, left out of readiness.'}
        </p>
        {rescored && (
          <p>
            Under the present rules it would be {formatPoints(rescored.total)}. {rescored.changes.join(' ')}
          </p>
        )}
      </section>
      <div className="breakdowns">
        <Breakdown title="By section" rows={report.sections.map(row => ({ ...row, name: row.section }))} />
        <Breakdown title="By topic" rows={report.topics.map(row => ({ ...row, name: row.topic }))} />
        <Breakdown title="By stage" rows={report.stages.map(row => ({ ...row, name: row.stage }))} />
      </div>
      {marked.length > 0 && (
        <section aria-labelledby="marked-title">
          <h2 id="marked-title" className="section-title">
            Back in your next review
          </h2>
          <p className="reading">
            {countOf(marked.length, 'card')} about what slipped come first:{' '}
            {marked.map(({ title }) => title).join('; ')}.
          </p>
          <button type="button" className="button button-main" onClick={onReview}>
            Review them now
          </button>
        </section>
      )}
      <DecisionList title="What did not hold in full" decisions={misses} />
      <section aria-labelledby="asked-title">
        <h2 id="asked-title" className="section-title">
          Questions
        </h2>
        <p>
          {describeClarify(report)} <span className="muted">{formatShare(report.clarify)}</span>
        </p>
        <ul className="never">
          {report.clarify.never.map(({ ask, say }) => (
            <li key={ask}>
              You did not ask: “{ask}” <span className="muted">{say.join(' ')}</span>
            </li>
          ))}
        </ul>
      </section>
      {numbers.length > 0 && <NumberTable numbers={numbers} />}
      {report.needless.length > 0 && (
        <section aria-labelledby="needless-title">
          <h2 id="needless-title" className="section-title">
            Raised for nothing
          </h2>
          <p>{report.needless.join('; ')}</p>
        </section>
      )}
      <DecisionList title="What held" decisions={right} />
      <Sheet report={report} />
      <section aria-labelledby="time-title">
        <h2 id="time-title" className="section-title">
          Time
        </h2>
        <ul className="times">
          {report.phases.map(({ phase, minutes, suggested }) => (
            <li key={phase}>
              {phase}: {formatPoints(minutes)} min <span className="muted">of {suggested} suggested</span>
            </li>
          ))}
        </ul>
        {report.brier !== null && (
          <p>
            Brier score of your confidence: {report.brier.toFixed(2)}{' '}
            <span className="muted">0 is perfect, 0.25 is a coin; it never enters the score</span>
          </p>
        )}
        {earlier.length > 0 && (
          <p>
            Earlier at this prompt:{' '}
            {earlier
              .map(({ date, total }) => `${date}: ${total === null ? '–' : formatPoints(total)}`)
              .join('; ')}
          </p>
        )}
      </section>
      <Contest report={report} />
      <div className="button-row">
        <button type="button" className="button" onClick={onLeave}>
          To the mocks
        </button>
      </div>
    </main>
  );
}

type Row = { name: string; points: number; of: number };

function Breakdown({ title, rows }: { title: string; rows: readonly Row[] }): ReactNode {
  return (
    <table className="breakdown">
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ name, points, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{formatShare({ points, of })}</td>
            <td aria-hidden="true">
              <span className="bar">
                <span style={{ width: `${of === 0 ? 0 : (100 * points) / of}%` }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DecisionList({
  title,
  decisions,
}: {
  title: string;
  decisions: MockReport['decisions'];
}): ReactNode {
  if (decisions.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="section-title">{title}</h2>
      {decisions.map(one => (
        <ReportedDecision key={`${one.stage} ${one.part} ${one.decision}`} decision={one} />
      ))}
    </section>
  );
}

const gradeNames = { full: 'right', part: 'in part', wrong: 'wrong', missing: 'missing' } as const;

function NumberTable({ numbers }: { numbers: MockReport['numbers'] }): ReactNode {
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title" className="section-title">
        Figures
      </h2>
      <table className="decks">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">You</th>
            <th scope="col">Expected</th>
            <th scope="col">Grade</th>
          </tr>
        </thead>
        <tbody>
          {numbers.map(({ name, given, expected, grade, fault }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{given ?? '–'}</td>
              <td>{expected ?? '–'}</td>
              <td>
                {gradeNames[grade]}
                {fault && <span className="muted"> {fault}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The person's own misses as sentences for tomorrow, to print or to keep. */
function Sheet({ report }: { report: MockReport }): ReactNode {
  const { reportProblem, announce } = useNotices();
  if (report.sheet.length === 0) return null;
  const keep = (): void => {
    callApi('mocks:keep-sheet', { attemptId: report.attempt.attemptId })
      .then(({ path }) => announce(`Kept in ${path}`))
      .catch(reportProblem);
  };
  return (
    <section aria-labelledby="sheet-title" className="sheet">
      <h2 id="sheet-title" className="section-title">
        Say this tomorrow
      </h2>
      <ol className="reading">
        {report.sheet.map(({ title, say }) => (
          <li key={title}>
            <strong>{title}.</strong> {say}
          </li>
        ))}
      </ol>
      <div className="button-row">
        <button type="button" className="button" onClick={() => window.print()}>
          Print
        </button>
        <button type="button" className="button" onClick={keep}>
          Keep as a file
        </button>
      </div>
    </section>
  );
}

/** What the person holds against the verdict: kept, and never changes the score. */
function Contest({ report }: { report: MockReport }): ReactNode {
  const { reportProblem, announce } = useNotices();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { attemptId } = report.attempt;
  const save = (text: string): void => {
    callApi('mocks:contest', { attemptId, text })
      .then(() => announce('Kept with this interview; the score stays.'))
      .catch(reportProblem)
      .finally(() => queries.invalidateQueries());
  };
  return (
    <section aria-label="Contest">
      {report.contest && <p>You contest this: {report.contest}</p>}
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Contest this
      </button>
      {isOpen && (
        <Dialog title="Contest this" onClosed={() => setOpen(false)}>
          {close => (
            <TextForm
              label="What do you hold against the verdict? It is kept with the interview; the score stays."
              start={report.contest}
              lines={5}
              longest={5_000}
              mayBeEmpty
              action="Keep"
              onSubmit={save}
              close={close}
            />
          )}
        </Dialog>
      )}
    </section>
  );
}
