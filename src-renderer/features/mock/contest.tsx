import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { MockReport } from '../../../src-shared/ipc/report-contract.ts';
import { callApi } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useNotices } from '../../components/notices.tsx';
import { TextForm } from '../review/text-form.tsx';

/** What the person holds against the verdict: kept, and never changes the score. */
export function Contest({ report }: { report: MockReport }): ReactNode {
  const { reportProblem, announce } = useNotices();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { attemptId } = report.attempt;
  const save = (text: string): void => {
    callApi('mocks:contest', { attemptId, text })
      .then(() => announce(text ? 'Kept with this interview; the score stays.' : 'Taken back.'))
      .catch(reportProblem)
      .finally(() => queries.invalidateQueries());
  };
  return (
    <section aria-labelledby="contest-title">
      <h2 id="contest-title" className="section-title">
        Is the verdict wrong?
      </h2>
      {report.contest === '' ? (
        <p className="muted">Say so. It is kept with this interview and never changes the score.</p>
      ) : (
        <p className="report-note">{report.contest}</p>
      )}
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {report.contest === '' ? 'Contest this' : 'Change what you hold against it'}
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
