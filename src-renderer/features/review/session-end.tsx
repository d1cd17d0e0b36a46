import { type ReactNode, useEffect, useRef } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { Session, Summary } from '../../../src-shared/ipc/contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { MarginRow } from '../../components/margin-row.tsx';
import { ExtraStudy } from '../today/extra-study.tsx';
import { listWork } from '../today/wording.ts';
import { formatMinutes } from './wording.ts';

type SessionEndProps = {
  summary: Summary;
  session: Session;
  /** False where the session ended before any card: there was nothing to practise. */
  hadCards: boolean;
  onLeave(): void;
  onStart(session: Session): void;
};

/** The end of a session: what was done, how much was remembered, what slipped, what comes tomorrow. */
export function SessionEnd({ summary, session, hadCards, onLeave, onStart }: SessionEndProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { answered, minutes, newCards, retention, slipped, tomorrow } = summary;
  return (
    <>
      <main className="page">
        <h1 ref={heading} tabIndex={-1}>
          {titleEnd(session, hadCards)}
        </h1>
        <MarginRow label="Today">
          <p>
            {answered === 0
              ? 'Nothing was due.'
              : `${countOf(answered, 'answer')} in ${formatMinutes(minutes)}${newCards > 0 ? `, ${countOf(newCards, 'new card')} met` : ''}.`}
          </p>
        </MarginRow>
        <MarginRow label="Remembered">
          <p>
            {retention
              ? `${retention.remembered} of ${countOf(retention.reviews, 'review')}, ${formatShare(retention)}.`
              : 'No reviews yet: everything was still being learnt.'}
          </p>
        </MarginRow>
        {slipped.length > 0 && (
          <MarginRow label="Slipped">
            <ul className="slipped">
              {slipped.map(({ cardId, title, defaultName }) => (
                <li key={cardId}>
                  {title}
                  {defaultName && <span className="muted"> · {defaultName}</span>}
                </li>
              ))}
            </ul>
          </MarginRow>
        )}
        <MarginRow label="Tomorrow">
          <p>{listWork(tomorrow) ?? 'Nothing is due'}.</p>
        </MarginRow>
        {session.kind !== 'first' && <ExtraStudy topics={[]} onStart={onStart} />}
      </main>
      <footer className="foot">
        <div className="button-row">
          <button type="button" className="button button-main" onClick={onLeave}>
            Back to today
            <KeyHint>Enter</KeyHint>
          </button>
          {session.kind === 'first' && (
            <button type="button" className="button" onClick={() => onStart({ kind: 'today' })}>
              Go on with today’s cards
            </button>
          )}
        </div>
      </footer>
    </>
  );
}

function titleEnd(session: Session, hadCards: boolean): string {
  if (session.kind === 'today') return 'Done for today';
  if (!hadCards) return 'Nothing to practise here';
  if (session.kind === 'extra') return 'That was the extra study';
  return session.of === 1 ? 'That was the one card' : `Those were the ${session.of} cards`;
}

function formatShare({ remembered, reviews }: NonNullable<Summary['retention']>): string {
  return `${Math.round((100 * remembered) / Math.max(1, reviews))} %`;
}
