import type { ReactNode, Ref } from 'react';
import type { MockReport } from '../../../src-shared/ipc/report-contract.ts';
import { formatDay, formatPoints, formatShare } from './wording.ts';

type ScoreProps = { report: MockReport; heading: Ref<HTMLHeadingElement> };

/** What was taken and the decision score, with what that cannot judge. */
export function Score({ report, heading }: ScoreProps): ReactNode {
  const { attempt, total, rescored, unreadable, needless } = report;
  return (
    <section aria-label="Decision score" className="score-block">
      <h1 ref={heading} tabIndex={-1}>
        {attempt.title}
      </h1>
      <p className="begin-facts">
        {formatDay(attempt.date)} · {attempt.minutes} minutes · {attempt.level} · {attempt.mode}
        {attempt.repeat && ' · a repeat: practice, left out of readiness'}
      </p>
      <p className="score">
        <strong>{formatPoints(total)}</strong> <span className="score-of">of 100</span>{' '}
        <span className="score-name">decision score</span>
      </p>
      <p className="reading score-says">
        Derived by rule from what you decided and why: the same answers always give the same score. It cannot
        judge how you draw, speak or listen.
      </p>
      {unreadable && (
        <p className="score-rescored">
          This score stays as it was given. The verdict behind it cannot be read any more, so what follows is
          derived anew under the present rules
          {rescored && `, which would give ${formatPoints(rescored.total)}`}.
        </p>
      )}
      {rescored && !unreadable && (
        <div className="score-rescored">
          <p>
            The rules have changed since, and this score stays as it was given. Scored again under the present
            ones it would be {formatPoints(rescored.total)}.
          </p>
          {rescored.changes.length > 0 && (
            <ul>
              {rescored.changes.map(change => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {needless.length > 0 && (
        <p className="score-rescored">Raised although nothing called for it: {needless.join('; ')}.</p>
      )}
    </section>
  );
}

/** The total in three ways, each of which sums to it. */
export function Breakdowns({ report }: { report: MockReport }): ReactNode {
  return (
    <section aria-labelledby="breakdown-title">
      <h2 id="breakdown-title" className="section-title">
        Where the points are
      </h2>
      <div className="breakdowns">
        <Breakdown title="By phase" rows={report.phasePoints.map(row => ({ ...row, name: row.phase }))} />
        <Breakdown title="By topic" rows={report.topics.map(row => ({ ...row, name: row.topic }))} />
        <Breakdown title="By stage" rows={report.stages.map(row => ({ ...row, name: row.stage }))} />
      </div>
    </section>
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
