import type { ReactNode } from 'react';
import type { MockReport } from '../../../src-shared/ipc/report-contract.ts';
import { describeBrier, describeClarify, gradeNames } from './report-words.ts';
import { formatDay, formatPoints, formatShare } from './wording.ts';

/** The figures, each with where its error lies. */
export function ReportFigures({ report: { numbers } }: { report: MockReport }): ReactNode {
  if (numbers.length === 0) return null;
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title" className="section-title">
        Figures
      </h2>
      <table className="prompts">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">You</th>
            <th scope="col">Expected</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <tbody>
          {numbers.map(({ name, given, expected, grade, fault, points, of }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {fault && <span className="prompt-parts">{fault}</span>}
              </th>
              <td>{given ?? <span className="muted">–</span>}</td>
              <td>{expected ?? '–'}</td>
              <td>
                <span className="figure-grade" data-grade={grade}>
                  {gradeNames[grade]}
                </span>{' '}
                <span className="muted">{formatShare({ points, of })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What was never asked, with what it would have brought out. */
export function ReportQuestions({ report }: { report: MockReport }): ReactNode {
  const { clarify } = report;
  return (
    <section aria-labelledby="asked-title">
      <h2 id="asked-title" className="section-title">
        Questions
      </h2>
      <p>
        {describeClarify(report)} <span className="muted">{formatShare(clarify)}</span>
      </p>
      {clarify.never.length > 0 && (
        <h3 id="never-title" className="never-title">
          What you never asked
        </h3>
      )}
      {clarify.never.length > 0 && (
        <ul className="never" aria-labelledby="never-title">
          {clarify.never.map(({ ask, say }) => (
            <li key={ask}>
              <p className="never-ask">{ask}</p>
              <p className="never-say">{say.join(' ')}</p>
            </li>
          ))}
        </ul>
      )}
      {clarify.wasted.length > 0 && (
        <p className="muted">Brought out nothing that decides: {clarify.wasted.join(' ')}</p>
      )}
    </section>
  );
}

/** Time by phase against the minutes suggested, how well the person knew, and how it went before. */
export function ReportTime({ report }: { report: MockReport }): ReactNode {
  const { phases, brier, brierWithheld, earlier, note } = report;
  const longest = Math.max(1, ...phases.flatMap(({ minutes, suggested }) => [minutes, suggested]));
  return (
    <>
      <section aria-labelledby="time-title">
        <h2 id="time-title" className="section-title">
          Time
        </h2>
        <table className="times">
          <thead>
            <tr>
              <th scope="col">Phase</th>
              <th scope="col">Minutes</th>
              <th scope="col">Suggested</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {phases.map(({ phase, minutes, suggested }) => (
              <tr key={phase}>
                <th scope="row">{phase}</th>
                <td>{formatPoints(minutes)}</td>
                <td className="muted">{suggested}</td>
                <td aria-hidden="true" className="times-bars">
                  <span className="times-bar">
                    <span style={{ width: `${(100 * minutes) / longest}%` }} />
                    <i style={{ left: `calc(${(100 * suggested) / longest}% - 2px)` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {(brier !== null || brierWithheld) && (
        <section aria-labelledby="brier-title">
          <h2 id="brier-title" className="section-title">
            How well you knew
          </h2>
          {brier === null ? (
            <p>
              Nearly all your decisions have one and the same confidence, so it tells nothing yet.{' '}
              <span className="muted">
                Say low, medium and high as you mean them to learn how well you know.
              </span>
            </p>
          ) : (
            <p>
              {describeBrier(brier)}.{' '}
              <span className="muted">
                {brier.toFixed(2)} on a scale on which 0 is perfect and 0.25 a coin (the Brier score). It
                never enters the decision score.
              </span>
            </p>
          )}
        </section>
      )}
      {earlier.length > 0 && (
        <section aria-labelledby="earlier-title">
          <h2 id="earlier-title" className="section-title">
            Earlier at this prompt
          </h2>
          <ul className="earlier">
            {earlier.map(({ attemptId, date, total, level }) => (
              <li key={attemptId}>
                {formatDay(date)}: {total === null ? '–' : formatPoints(total)}{' '}
                <span className="muted">{level}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {note !== '' && (
        <section aria-labelledby="note-title">
          <h2 id="note-title" className="section-title">
            Your notes
          </h2>
          <p className="report-note">{note}</p>
        </section>
      )}
    </>
  );
}
