import type { ReactNode } from 'react';
import type { MockReport } from '../../../src-shared/ipc/report-contract.ts';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { formatDay } from './wording.ts';

/** The person's own misses as sentences for tomorrow, to print or to keep. Printed, the page is this and no more. */
export function Sheet({ report }: { report: MockReport }): ReactNode {
  const { reportProblem, announce } = useNotices();
  const { attempt, sheet } = report;
  if (sheet.length === 0) return null;
  const keep = (): void => {
    callApi('mocks:keep-sheet', { attemptId: attempt.attemptId })
      .then(({ path }) => announce(`Kept in ${path}`))
      .catch(reportProblem);
  };
  return (
    <section aria-labelledby="sheet-title" className="sheet">
      <h2 id="sheet-title" className="section-title">
        Say this tomorrow
      </h2>
      <p className="sheet-from">
        {attempt.title}, {formatDay(attempt.date)}
      </p>
      <ol className="sheet-lines">
        {sheet.map(({ title, say }) => (
          <li key={title}>
            <p className="sheet-title">{title}</p>
            <p className="sheet-say">{say}</p>
          </li>
        ))}
      </ol>
      <div className="button-row">
        <button type="button" className="button" onClick={() => window.print()}>
          Print…
        </button>
        <button type="button" className="button" onClick={keep}>
          Keep as a file
        </button>
      </div>
    </section>
  );
}
