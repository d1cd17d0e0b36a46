import type { ReactNode } from 'react';
import { formatDay } from '../../../src-shared/domain/wording.ts';
import type { Plan } from '../../../src-shared/ipc/plan-contract.ts';
import { describeLoad } from './wording.ts';

type Day = Plan['days'][number];

const height = 100;

/** Minutes of each day as bars, cards below and mocks on top, with the same as a table. */
export function LoadPlot({ days }: { days: readonly Day[] }): ReactNode {
  const most = Math.max(1, ...days.map(({ cardMinutes, mockMinutes }) => cardMinutes + mockMinutes));
  const [first] = days;
  const last = days.at(-1);
  return (
    <figure className="load">
      <figcaption className="reading">{describeLoad(days)}</figcaption>
      <div className="load-frame" aria-hidden="true">
        <span className="load-most">{Math.round(most)} min</span>
        <svg viewBox={`0 0 ${days.length} ${height}`} preserveAspectRatio="none">
          <title>Minutes of each day</title>
          {days.map(({ date, cardMinutes, mockMinutes }, index) => {
            const cards = (cardMinutes / most) * height;
            const mock = (mockMinutes / most) * height;
            return (
              <g key={date}>
                <rect
                  className="load-cards"
                  x={index + 0.12}
                  width={0.76}
                  y={height - cards}
                  height={cards}
                />
                <rect
                  className="load-mock"
                  x={index + 0.12}
                  width={0.76}
                  y={height - cards - mock}
                  height={mock}
                />
              </g>
            );
          })}
        </svg>
        <span className="load-first">{first && formatDay(first.date, 'short')}</span>
        <span className="load-last">{last && last !== first && formatDay(last.date, 'short')}</span>
      </div>
      <p className="load-key" aria-hidden="true">
        <span className="load-key-cards">cards</span>
        <span className="load-key-mock">mock interview</span>
      </p>
      <details>
        <summary>As a table</summary>
        <table className="plan-table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Reviews</th>
              <th scope="col">New</th>
              <th scope="col">Minutes</th>
              <th scope="col">Mock</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ date, reviews, newCards, cardMinutes, mockMinutes }) => (
              <tr key={date}>
                <th scope="row">{formatDay(date, 'long')}</th>
                <td>{reviews}</td>
                <td>{newCards}</td>
                <td>{Math.round(cardMinutes)}</td>
                <td>{mockMinutes > 0 ? `${mockMinutes} min` : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
