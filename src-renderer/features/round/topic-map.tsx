import type { ReactNode } from 'react';
import type { RoundResult } from '../../../src-shared/ipc/round-contract.ts';
import { describeTopic } from './wording.ts';

/** The six topics, each with a box for every decision that was asked: filled where it held. It is read as it is seen. */
export function TopicMap({ topics }: Pick<RoundResult, 'topics'>): ReactNode {
  return (
    <ul className="topic-map">
      {topics.map(({ topic, title, right, of }) => (
        <li key={topic} className="topic-tile">
          <span className="topic-name">{title}</span>
          <span className={of === 0 ? 'topic-figure muted' : 'topic-figure'}>
            {describeTopic({ right, of })}
          </span>
          <span className="topic-boxes" aria-hidden="true">
            {Array.from({ length: of }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: boxes are alike and stay where they are.
              <span key={index} className={index < right ? 'topic-box topic-box-right' : 'topic-box'} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
