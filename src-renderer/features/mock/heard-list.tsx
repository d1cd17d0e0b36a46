import { type ReactNode, useEffect, useRef } from 'react';
import type { Heard } from '../../../src-shared/ipc/mock-contract.ts';
import { Markdown } from '../../components/markdown.tsx';
import type { Interview } from './use-interview.ts';

const sources: Record<Heard['from'], string | null> = {
  opening: null,
  question: 'you asked',
  assumption: 'the interviewer, to your assumption',
  twist: 'since the twist',
};

type HeardListProps = {
  interview: Interview;
  /** The part that the person is deciding about; its facts are brought into sight. */
  part: string | null;
};

/** What the interviewer said: the opening, and every fact that is known by now, part by part, the newest marked. */
export function HeardList({ interview, part }: HeardListProps): ReactNode {
  const { view, newest } = interview;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (newest.size > 0) list.current?.querySelector('[data-new]')?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
  useEffect(() => {
    if (part) list.current?.querySelector(`[data-part="${part}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [part]);
  const groups = [{ id: null, name: 'The whole system' }, ...view.parts].map(one => ({
    ...one,
    facts: view.heard.filter(fact => fact.part === one.id),
  }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself can be scrolled by keyboard
    <section ref={list} className="heard" aria-label="What you heard" tabIndex={0}>
      <div className="heard-opening">
        <Markdown>{view.opening}</Markdown>
      </div>
      {groups
        .filter(({ facts }) => facts.length > 0)
        .map(({ id, name, facts }) => (
          <section
            key={id ?? 'whole'}
            data-part={id ?? undefined}
            data-current={(part !== null && id === part) || undefined}
          >
            <h2>{name}</h2>
            <ul>
              {facts.map(fact => (
                <li key={fact.name} data-new={newest.has(fact.name) || undefined}>
                  {fact.say}
                  {sources[fact.from] && <span className="heard-from"> {sources[fact.from]}</span>}
                  {newest.has(fact.name) && <span className="visually-hidden"> new</span>}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </section>
  );
}
