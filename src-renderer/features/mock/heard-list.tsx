import type { ReactNode } from 'react';
import type { Heard, MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { Markdown } from '../../components/markdown.tsx';

const sources: Record<Heard['from'], string | null> = {
  opening: null,
  question: 'you asked',
  assumption: 'you assumed',
  twist: 'since the twist',
};

/** What the interviewer said, and every fact that is known by now, part by part. */
export function HeardList({ view }: { view: MockView }): ReactNode {
  const groups = [{ id: null, name: 'The whole system' }, ...view.parts].map(part => ({
    ...part,
    facts: view.heard.filter(fact => fact.part === part.id),
  }));
  return (
    <aside className="heard" aria-label="What you heard">
      <Markdown>{view.opening}</Markdown>
      <div aria-live="polite">
        {groups
          .filter(({ facts }) => facts.length > 0)
          .map(({ id, name, facts }) => (
            <section key={id ?? 'whole'}>
              <h3>{name}</h3>
              <ul>
                {facts.map(fact => (
                  <li key={fact.name}>
                    {fact.say}
                    {sources[fact.from] && <span className="heard-from"> {sources[fact.from]}</span>}
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </aside>
  );
}
