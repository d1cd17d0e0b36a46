import type { ReactNode } from 'react';
import type { AttemptLine } from '../../../src-shared/ipc/mock-contract.ts';
import { formatDay, formatPoints } from './wording.ts';

type PastListProps = { past: AttemptLine[]; onReport(attemptId: string): void };

/** Interviews that were handed in, the latest first; each opens its report. */
export function PastList({ past, onReport }: PastListProps): ReactNode {
  return (
    <section aria-labelledby="past-title">
      <h2 id="past-title" className="section-title">
        Past interviews
      </h2>
      {past.length === 0 ? (
        <p className="muted">None yet. Each stays here with its report.</p>
      ) : (
        <table className="prompts">
          <thead>
            <tr>
              <th scope="col">Interview</th>
              <th scope="col">Date</th>
              <th scope="col">Score</th>
            </tr>
          </thead>
          <tbody>
            {past.map(({ attemptId, title, date, total, repeat, level, mode, minutes }) => (
              <tr key={attemptId}>
                <th scope="row">
                  <button type="button" className="prompt-name" onClick={() => onReport(attemptId)}>
                    {title}
                  </button>
                  <span className="prompt-parts">
                    {minutes} minutes · {level} · {mode}
                    {repeat && ' · repeat'}
                  </span>
                </th>
                <td>{formatDay(date)}</td>
                <td>{total === null ? '–' : formatPoints(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
