import { type ReactNode, useRef } from 'react';
import type { RoundKind } from '../../../src-shared/domain/mock/round-answer.ts';
import { callApi } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';

type OfferProps = { onRound(roundId: string): void };

/** Begins a round, once however often it is asked; answers with what does. */
export function useStartRound(onRound: (roundId: string) => void): (kind: RoundKind) => void {
  const { reportProblem } = useNotices();
  const busy = useRef(false);
  return kind => {
    if (busy.current) return;
    busy.current = true;
    callApi('rounds:start', { kind })
      .then(({ roundId }) => onRound(roundId))
      .catch(reportProblem)
      .finally(() => {
        busy.current = false;
      });
  };
}

/** Begins a round at its key. */
function useStartKey(letter: string, start: () => void): void {
  useKeys(({ key, ctrl, alt, repeat, focus }) => {
    if (key !== letter || ctrl || alt || repeat || focus === 'field') return false;
    start();
    return true;
  });
}

/** The diagnostic, for a person who never took it. */
export function FirstEvening({ onRound }: OfferProps): ReactNode {
  const startRound = useStartRound(onRound);
  const start = (): void => startRound('diagnostic');
  useStartKey('d', start);
  return (
    <section aria-labelledby="evening-title" className="round-offer round-offer-first">
      <h2 id="evening-title" className="round-offer-title">
        Five minutes: find out where to begin
      </h2>
      <p className="muted">
        Ten decisions against the clock, which rests while you read a verdict. They end in a map of the six
        topics, one sentence about what slipped, and the cards that mend it.
      </p>
      <button type="button" className="button" onClick={start}>
        Find out
        <KeyHint>d</KeyHint>
      </button>
    </section>
  );
}

/** Rounds of five minutes: the diagnostic while it was never taken, and quick ones. */
export function RoundOffers({ isDiagnosed, onRound }: OfferProps & { isDiagnosed: boolean }): ReactNode {
  return (
    <div className="offers">
      {!isDiagnosed && <FirstEvening onRound={onRound} />}
      <QuickRound onRound={onRound} />
    </div>
  );
}

function QuickRound({ onRound }: OfferProps): ReactNode {
  const startRound = useStartRound(onRound);
  const start = (): void => startRound('quick');
  useStartKey('q', start);
  return (
    <section aria-labelledby="quick-title" className="round-offer">
      <h2 id="quick-title" className="round-offer-title">
        Quick round, five minutes
      </h2>
      <p className="muted">
        One decision after another, each of another product and judged at once. It stays out of your scores.
      </p>
      <button type="button" className="button" onClick={start}>
        Begin
        <KeyHint>q</KeyHint>
      </button>
    </section>
  );
}
