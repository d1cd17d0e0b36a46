import type { ReactNode } from 'react';
import type { DeckConflict } from '../../../src-shared/ipc/contract.ts';

type ConflictListProps = {
  conflicts: DeckConflict[];
  onSettle(conflict: DeckConflict, use: 'present' | 'other'): void;
};

/** Texts that were edited on two computers: the later edit stands, and the other waits for a decision. */
export function ConflictList({ conflicts, onSettle }: ConflictListProps): ReactNode {
  return (
    <section aria-labelledby="conflicts-title">
      <h2 id="conflicts-title" className="section-title">
        Edited in two places
      </h2>
      <p className="reading">The later edit stands. The other one is kept here until you decide.</p>
      {conflicts.map(conflict => (
        <article
          key={`${conflict.entry} ${conflict.clock}`}
          className="conflict"
          aria-label={`Two versions of “${conflict.title}”`}
        >
          <h3>{conflict.title}</h3>
          <div className="conflict-sides">
            <Side
              title="Stands"
              text={conflict.stands}
              action="Keep this"
              onUse={() => onSettle(conflict, 'present')}
            />
            <Side
              title="The other"
              text={conflict.other}
              action="Use this instead"
              onUse={() => onSettle(conflict, 'other')}
            />
          </div>
        </article>
      ))}
    </section>
  );
}

type SideProps = { title: string; text: string; action: string; onUse(): void };

function Side({ title, text, action, onUse }: SideProps): ReactNode {
  return (
    <div>
      <h4 className="muted">{title}</h4>
      <pre>
        <code>{text}</code>
      </pre>
      <button type="button" className="button" onClick={onUse}>
        {action}
      </button>
    </div>
  );
}
