import type { ReactNode } from 'react';
import type { RoundResult } from '../../../src-shared/ipc/round-contract.ts';
import { Markdown } from '../../components/markdown.tsx';

/** Each decision that did not hold: what was asked and said, and what holds and why. */
export function Misses({ misses }: Pick<RoundResult, 'misses'>): ReactNode {
  if (misses.length === 0) return null;
  return (
    <section aria-labelledby="misses-title">
      <h2 id="misses-title" className="section-title">
        What did not hold <span className="section-count">{misses.length}</span>
      </h2>
      <ol className="misses">
        {misses.map(({ index, title, ask, chosen, best, because }) => (
          <li key={index}>
            {title && <p className="muted">{title}</p>}
            <p className="miss-ask">{ask}</p>
            <p>
              You said <em>{chosen}</em>. Right: <strong>{best.join(' or ')}</strong>.
            </p>
            {because && <Markdown>{because}</Markdown>}
          </li>
        ))}
      </ol>
    </section>
  );
}
