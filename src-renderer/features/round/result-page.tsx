import { type ReactNode, useEffect, useRef, useState } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { RoundResult } from '../../../src-shared/ipc/round-contract.ts';
import { callApi } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { describeStep } from '../review/history-words.ts';
import { Misses } from './misses.tsx';
import { useStartRound } from './round-offers.tsx';
import { TopicMap } from './topic-map.tsx';
import type { Round } from './use-round.ts';
import { describeCards, describeMended, describeRight, roundNames } from './wording.ts';

type ResultPageProps = {
  round: Round;
  result: RoundResult;
  onLeave(): void;
  onReview(cards: number): void;
  onAgain(roundId: string): void;
};

/** What a round came to: the sentence, the map of the topics, and the cards that would mend it. */
export function ResultPage({ round, result, onLeave, onReview, onAgain }: ResultPageProps): ReactNode {
  const { kind } = round.view;
  const { cards, mended, misses, sentence, topics, answered } = result;
  const { announce, reportProblem } = useNotices();
  const heading = useRef<HTMLHeadingElement>(null);
  const startRound = useStartRound(onAgain);
  /** Only right after it was done here is it this device's last action, which undo takes back. */
  const [isFresh, setFresh] = useState(false);
  const busy = useRef(false);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, []);

  const once = (work: () => Promise<void>): void => {
    if (busy.current) return;
    busy.current = true;
    work()
      .catch(reportProblem)
      .finally(() => {
        busy.current = false;
      });
  };
  const mend = (): void =>
    once(async () => {
      const view = await round.mend();
      if (!view?.result?.mended) return;
      setFresh(true);
      announce(describeMended(view.result.cards.length));
    });
  const mendNow = (): void =>
    once(async () => {
      const view = await round.mend();
      if (view?.result?.mended) onReview(view.result.cards.length);
    });
  const undo = (): void =>
    once(async () => {
      const { label } = await callApi('history:undo', { session: { kind: 'today' } });
      setFresh(false);
      await round.read();
      announce(describeStep('undo', label));
    });
  const again = (): void => startRound('quick');

  const canMend = cards.length > 0 && !mended;
  const review = isFresh ? (): void => onReview(cards.length) : canMend ? mendNow : null;
  useKeys(({ key, ctrl, shift, alt, repeat, focus }) => {
    if (repeat || alt) return false;
    if (isFresh && ((ctrl && !shift && key === 'z') || (!ctrl && key === 'u'))) undo();
    else if (ctrl) return false;
    else if (key === 'Escape') onLeave();
    else if (key === 'q') again();
    else if (key === 'p' && canMend) mend();
    else if (key === 'Enter' && focus === 'page' && review) review();
    else return false;
    return true;
  });

  return (
    <div className="review">
      <main className="page round-result">
        <h1 ref={heading} tabIndex={-1} className="quiet-title">
          {roundNames[kind]}
        </h1>
        <div className="work">
          <p className="work-line">{sentence ?? describeRight(result)}</p>
          {sentence !== null && <p className="work-estimate">{describeRight(result)}</p>}
        </div>
        {answered > 0 && (
          <section aria-labelledby="map-title">
            <h2 id="map-title" className="section-title">
              The six topics
            </h2>
            <TopicMap topics={topics} />
          </section>
        )}
        <Misses misses={misses} />
        {cards.length > 0 && (
          <section aria-labelledby="mend-title">
            <h2 id="mend-title" className="section-title">
              {describeCards(cards.length)}
            </h2>
            <p className="muted">
              {mended
                ? isFresh
                  ? describeMended(cards.length)
                  : 'You put these first.'
                : 'They come before the rest of the day, and then as often as any other card.'}{' '}
              {isFresh && (
                <>
                  <button type="button" className="button-link" onClick={undo}>
                    Undo
                  </button>{' '}
                  <KeyHint>u</KeyHint>
                </>
              )}
            </p>
            <ol className="mend-list">
              {cards.map(({ cardId, title }) => (
                <li key={cardId}>{title}</li>
              ))}
            </ol>
          </section>
        )}
      </main>
      <footer className="foot">
        <div className="button-row">
          {review && (
            <button type="button" className="button button-main" onClick={review}>
              Review the {countOf(cards.length, 'card')} now
              <KeyHint>Enter</KeyHint>
            </button>
          )}
          {canMend && (
            <button type="button" className="button" onClick={mend}>
              Put them first for later
              <KeyHint>p</KeyHint>
            </button>
          )}
          <button type="button" className="button" onClick={again}>
            {kind === 'quick' ? 'Another round' : 'A quick round'}
            <KeyHint>q</KeyHint>
          </button>
          <button type="button" className="button" onClick={onLeave}>
            Back
            <KeyHint>Esc</KeyHint>
          </button>
        </div>
      </footer>
    </div>
  );
}
