import type { ReactNode } from 'react';
import type { MockList } from '../../../src-shared/ipc/mock-contract.ts';
import { formatDay } from '../mock/wording.ts';
import { roundNames } from './wording.ts';

/** So many are listed; what lies further back says little. */
const LISTED = 10;

type PastRoundsProps = { rounds: MockList['rounds']; onRound(roundId: string): void };

/** The latest rounds; each opens what it came to. */
export function PastRounds({ rounds, onRound }: PastRoundsProps): ReactNode {
  if (rounds.length === 0) return null;
  return (
    <section aria-labelledby="rounds-title">
      <h2 id="rounds-title" className="section-title">
        {rounds.length > LISTED ? `The latest ${LISTED} rounds` : 'Past rounds'}
      </h2>
      <table className="prompts">
        <thead>
          <tr>
            <th scope="col">Round</th>
            <th scope="col">Date</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody>
          {rounds.slice(0, LISTED).map(({ roundId, kind, date, right, answered }) => (
            <tr key={roundId}>
              <th scope="row">
                <button type="button" className="prompt-name" onClick={() => onRound(roundId)}>
                  {roundNames[kind]}
                </button>
              </th>
              <td>{formatDay(date)}</td>
              <td>
                {right} of {answered}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
