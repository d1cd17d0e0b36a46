import type { MouseEvent, ReactNode } from 'react';
import type { CardView } from '../../../src-shared/domain/card-view.ts';
import type { Session } from '../../../src-shared/ipc/contract.ts';
import type { Command } from './review-keys.ts';
import type { Progress, Stage } from './session-state.ts';
import { formatMinutes } from './wording.ts';

const origins = {
  mock: 'from a mock',
  quick: 'from a quick round',
  diagnostic: 'from your starting point',
} as const;

/** Where a card that was put first came from. */
function describeOrigin({ kind, title }: NonNullable<CardView['marked']>): string {
  return title === null ? origins[kind] : `missed in ${title}`;
}

type ReviewHeadProps = { view: Stage; session: Session; run(command: Command): void };

/** The slim line above a card: where one is, how far, and how long it takes. */
export function ReviewHead({ view, session, run }: ReviewHeadProps): ReactNode {
  const isExtra = session.kind === 'extra';
  const progress = view.stage === 'card' ? view.progress : null;
  return (
    <header className="review-head">
      <button type="button" className="button button-quiet" onClick={() => run({ do: 'leave' })}>
        ← Today
      </button>
      <p className="review-topic">
        {isExtra && <span className="muted">Extra study</span>}
        {isExtra && view.stage === 'card' && <span className="muted"> · </span>}
        {view.stage === 'card' && view.card.deck.title}
        {view.stage === 'card' && view.card.marked && (
          <span className="muted"> · {describeOrigin(view.card.marked)}</span>
        )}
      </p>
      {progress && <p className="review-progress">{describeProgress(progress, session)}</p>}
      <div className="review-tools">
        {view.stage === 'card' && (
          <button
            type="button"
            className="button button-quiet"
            onMouseDown={leaveFocus}
            onClick={() => run({ do: 'dialog', name: 'menu' })}
          >
            Card…
          </button>
        )}
        <button
          type="button"
          className="button button-quiet"
          onMouseDown={leaveFocus}
          onClick={() => run({ do: 'dialog', name: 'help' })}
        >
          Keys
        </button>
      </div>
      {progress && !isExtra && <ProgressLine progress={progress} session={session} />}
    </header>
  );
}

/** A click leaves focus with the card, so that Space shows its answer once the dialog is closed. */
function leaveFocus(event: MouseEvent): void {
  event.preventDefault();
}

function ProgressLine({ progress, session }: { progress: Progress; session: Session }): ReactNode {
  const { counts, answeredToday } = progress;
  const left = counts.new + counts.learning + counts.due;
  const isFirst = session.kind === 'first';
  return (
    <progress
      className="progress-line"
      aria-label={isFirst ? 'Done of these' : 'Done today'}
      value={isFirst ? Math.max(0, session.of - left) : answeredToday}
      max={isFirst ? session.of : Math.max(1, answeredToday + left)}
    />
  );
}

function describeProgress({ counts, answeredToday, minutesLeft }: Progress, session: Session): ReactNode {
  // After an undo a card is asked again that had been counted as done.
  if (session.kind === 'first') return `${Math.max(1, session.of - counts.due + 1)} of ${session.of}`;
  if (session.kind === 'extra') {
    return (
      <>
        {counts.due} to practise
        {session.minutes !== null && <> · {formatMinutes(minutesLeft)} left</>}
      </>
    );
  }
  const parts = [
    `${answeredToday} done`,
    counts.new > 0 && `${counts.new} new`,
    counts.learning > 0 && `${counts.learning} learning`,
    counts.due > 0 && `${counts.due} due`,
    formatMinutes(minutesLeft),
  ];
  return parts.filter(Boolean).join(' · ');
}
