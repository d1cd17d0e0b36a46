import { type ReactNode, useEffect, useRef } from 'react';
import type { Response } from '../../../src-shared/domain/events.ts';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { CardAnswer } from './card-answer.tsx';
import { CardBack } from './card-back.tsx';
import { CardQuestion } from './card-question.tsx';
import { ConfidenceChoice } from './confidence-choice.tsx';
import { RatingBar } from './rating-bar.tsx';
import type { Command } from './review-keys.ts';
import type { CardStage } from './session-state.ts';
import { describePhase, describeReveal, flagNames, kindTitles } from './wording.ts';

const numberFieldId = 'number-answer';

/** Puts focus into the number field of the card on screen, so that what is typed goes there. */
export function focusNumberField(): void {
  document.getElementById(numberFieldId)?.focus();
}

type CardPageProps = {
  view: CardStage;
  settings: Settings;
  isExtra: boolean;
  run(command: Command): void;
  onRespond(response: Response): void;
};

/** One card, set on the page: its question, after the reveal its answer and reasons, and the foot to act on it. */
export function CardPage({ view, settings, isExtra, run, onRespond }: CardPageProps): ReactNode {
  const { card, revealed, grade } = view;
  const question = useRef<HTMLElement>(null);
  const answer = useRef<HTMLElement>(null);
  const phase = describePhase(card.phase);
  const hasSetting = card.kind === 'scenario' || card.kind === 'contrast';

  useEffect(() => {
    window.scrollTo({ top: 0 });
    question.current?.focus({ preventScroll: true });
  }, []);

  // A graded answer puts focus on its rating instead; the rating bar does that.
  useEffect(() => {
    if (!revealed) return;
    if (!grade) answer.current?.focus({ preventScroll: true });
    // No further than that: the question stays in sight where both have room.
    answer.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [revealed, grade]);

  return (
    <>
      <main className="page card-page">
        <h1 className="visually-hidden">Review: {card.deck.title}</h1>
        <div className="margin-row">
          <p className="margin-label">
            {kindTitles[card.kind]}
            {phase && <span className="margin-note">{phase}</span>}
            {card.flag > 0 && (
              <span className={`margin-note flag flag-${card.flag}`}>flag: {flagNames[card.flag]}</span>
            )}
            {card.tags.length > 0 && <span className="margin-note">{card.tags.join(', ')}</span>}
          </p>
          <section
            ref={question}
            tabIndex={-1}
            aria-labelledby="card-question"
            aria-describedby={hasSetting ? 'card-setting' : undefined}
          >
            <CardQuestion
              card={card}
              answering={
                revealed
                  ? null
                  : {
                      numberFieldId,
                      onPick: index => run({ do: 'pick', index }),
                      onRespond,
                      onReveal: () => run({ do: 'reveal' }),
                      onLeaveField: () => question.current?.focus(),
                    }
              }
            />
          </section>
        </div>
        {settings.askConfidence && !revealed && <ConfidenceChoice chosen={view.confidence} run={run} />}
        {revealed && (
          <section ref={answer} tabIndex={-1} className="card-answer" aria-label="Answer">
            <CardAnswer card={card} response={view.response} grade={grade} />
            <CardBack card={card} />
          </section>
        )}
        <div className="visually-hidden" role="status">
          {revealed && <Markdown inline>{describeReveal(card.body, grade)}</Markdown>}
        </div>
      </main>
      <footer className="foot">
        {revealed ? (
          <RatingBar
            buttons={card.buttons}
            mode={settings.ratingButtons}
            suggested={grade?.rating ?? null}
            isExtra={isExtra}
            onRate={rating => run({ do: 'rate', rating })}
          />
        ) : (
          <button type="button" className="button button-main" onClick={() => run({ do: 'reveal' })}>
            Show answer
            <KeyHint>Space</KeyHint>
          </button>
        )}
      </footer>
    </>
  );
}
