import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { MockReport } from '../../../src-shared/ipc/report-contract.ts';
import { callApi, reportQuery } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { describeStep } from '../review/history-words.ts';
import { Contest } from './contest.tsx';
import { ReportFigures, ReportQuestions, ReportTime } from './report-lists.tsx';
import { Breakdowns, Score } from './report-score.tsx';
import { isConfidentError } from './report-words.ts';
import { ReportedDecision } from './reported-decision.tsx';
import { SelfCheck } from './self-check.tsx';
import { Sheet } from './sheet.tsx';

type ReportScreenProps = {
  attemptId: string;
  isFresh: boolean;
  onLeave(): void;
  onReview(cards: number): void;
};

/** What a submitted interview comes to. Right after it, what was designed is said aloud once. */
export function ReportScreen({ attemptId, isFresh, onLeave, onReview }: ReportScreenProps): ReactNode {
  const report = useQuery(reportQuery(attemptId));
  const { reportProblem } = useNotices();
  const [isSpeaking, setSpeaking] = useState(isFresh);
  useEffect(() => {
    if (report.error) reportProblem(report.error);
  }, [report.error, reportProblem]);
  if (!report.data) return <main className="page" aria-busy="true" />;
  if (isSpeaking) return <SelfCheck report={report.data} onDone={() => setSpeaking(false)} />;
  return <Report report={report.data} isFresh={isFresh} onLeave={onLeave} onReview={onReview} />;
}

type ReportProps = { report: MockReport; isFresh: boolean; onLeave(): void; onReview(cards: number): void };

function Report({ report, isFresh, onLeave, onReview }: ReportProps): ReactNode {
  const { announce, reportProblem } = useNotices();
  const queries = useQueryClient();
  const busy = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, []);
  const { marked, decisions } = report;
  const misses = decisions.filter(({ points, of }) => points < of);
  const sure = misses.filter(isConfidentError);
  const others = misses.filter(one => !isConfidentError(one));
  const right = decisions.filter(({ points, of }) => points >= of);
  /** Only right after the interview are its marks this device's last action, which undo takes back. */
  const undo =
    isFresh && marked.length > 0
      ? (): void => {
          if (busy.current) return;
          busy.current = true;
          callApi('history:undo', { session: { kind: 'today' } })
            .then(({ label }) => {
              announce(describeStep('undo', label));
              heading.current?.focus({ preventScroll: true });
            })
            .catch(reportProblem)
            .finally(() => {
              busy.current = false;
              void queries.invalidateQueries();
            });
        }
      : null;
  useKeys(({ key, focus, repeat, ctrl, shift, alt }) => {
    if (repeat || alt || focus === 'field') return false;
    if (undo && ((ctrl && !shift && key === 'z') || (!ctrl && key === 'u'))) undo();
    else if (ctrl) return false;
    else if (key === 'Escape') onLeave();
    else if (key === 'Enter' && focus === 'page' && marked.length > 0) onReview(marked.length);
    else return false;
    return true;
  });
  return (
    <>
      <main className="page report">
        <Score report={report} heading={heading} />
        {marked.length > 0 && <Marked marked={marked} onUndo={undo} />}
        <Sheet report={report} />
        <Breakdowns report={report} />
        <Decisions title="Sure, and wrong" decisions={sure} />
        <Decisions title={sure.length > 0 ? 'What else slipped' : 'What slipped'} decisions={others} />
        <ReportFigures report={report} />
        <ReportQuestions report={report} />
        <Decisions title="What held" decisions={right} isFolded />
        <ReportTime report={report} />
        <Contest report={report} />
      </main>
      <footer className="foot">
        <div className="button-row">
          {marked.length > 0 && (
            <button type="button" className="button button-main" onClick={() => onReview(marked.length)}>
              Review the {countOf(marked.length, 'card')} now
              <KeyHint>Enter</KeyHint>
            </button>
          )}
          <button type="button" className="button" onClick={onLeave}>
            Back to the mocks
            <KeyHint>Esc</KeyHint>
          </button>
        </div>
      </footer>
    </>
  );
}

/** The cards that the misses bring back, in the order in which they will be asked. */
function Marked({
  marked,
  onUndo,
}: {
  marked: MockReport['marked'];
  onUndo: (() => void) | null;
}): ReactNode {
  return (
    <section aria-labelledby="marked-title">
      <h2 id="marked-title" className="section-title">
        Back in your next review
      </h2>
      <p className="muted">
        {countOf(marked.length, 'card')} about what slipped {marked.length === 1 ? 'comes' : 'come'} first,
        once. Their schedule stays as it is.{' '}
        {onUndo && (
          <>
            <button type="button" className="button-link" onClick={onUndo}>
              Undo
            </button>{' '}
            <KeyHint>u</KeyHint>
          </>
        )}
      </p>
      <details className="marked-list">
        <summary>Which ones</summary>
        <ul className="marked">
          {marked.map(({ cardId, title }) => (
            <li key={cardId}>{title}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

type DecisionsProps = {
  title: string;
  decisions: MockReport['decisions'];
  /** Only titles, each opened at a click: there is nothing to mend. */
  isFolded?: boolean;
};

function Decisions({ title, decisions, isFolded = false }: DecisionsProps): ReactNode {
  if (decisions.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="section-title">
        {title} <span className="section-count">{decisions.length}</span>
      </h2>
      {decisions.map(one => (
        <ReportedDecision
          key={`${one.stage} ${one.part} ${one.decision}`}
          decision={one}
          isFolded={isFolded}
        />
      ))}
    </section>
  );
}
