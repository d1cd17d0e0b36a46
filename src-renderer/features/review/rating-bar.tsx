import { type ReactNode, useEffect, useRef } from 'react';
import type { CardView } from '../../../src-shared/domain/card-view.ts';
import { nameRating, type Rating, ratings } from '../../../src-shared/domain/rating.ts';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { KeyHint } from '../../components/key-hint.tsx';

/** What each rating means; many take Hard for a fail. */
export const ratingMeanings = {
  again: 'You did not remember.',
  hard: 'You remembered, with effort. If you did not remember, press Again.',
  good: 'You remembered.',
  easy: 'You remembered at once, and would have for long.',
} as const;

type RatingBarProps = {
  buttons: CardView['buttons'];
  mode: Settings['ratingButtons'];
  suggested: Rating | null;
  /** In extra study a rating leaves the schedule alone, so no interval is shown. */
  isExtra: boolean;
  onRate(rating: Rating): void;
};

/** The ratings with the interval that each would apply. A suggested one has focus and waits to be confirmed. */
export function RatingBar({ buttons, mode, suggested, isExtra, onRate }: RatingBarProps): ReactNode {
  const preselected = useRef<HTMLButtonElement>(null);
  useEffect(() => preselected.current?.focus({ preventScroll: true }), []);
  const shown = buttons.filter(
    ({ rating }) => mode === 'four' || rating === ratings.again || rating === ratings.good,
  );
  return (
    <>
      <fieldset className="ratings">
        <legend className="visually-hidden">How did it go?</legend>
        {shown.map(({ rating, interval }, place) => {
          const name = nameRating(rating);
          const isSuggested = rating === suggested;
          return (
            <button
              key={rating}
              ref={isSuggested ? preselected : null}
              type="button"
              className={`rating ${isSuggested ? 'rating-suggested' : ''}`}
              aria-describedby={`meaning-${name}`}
              title={ratingMeanings[name]}
              onClick={() => onRate(rating)}
            >
              <span className="rating-name">
                <KeyHint>{String(place + 1)}</KeyHint>
                {titleCase(name)}
              </span>{' '}
              <span className="rating-interval">
                {!isExtra && interval}
                {isSuggested && <span className="visually-hidden"> suggested</span>}
              </span>
            </button>
          );
        })}
      </fieldset>
      <div hidden>
        {shown.map(({ rating }) => (
          <p key={rating} id={`meaning-${nameRating(rating)}`}>
            {ratingMeanings[nameRating(rating)]}
          </p>
        ))}
      </div>
      <p className="foot-note">
        {[
          suggested === null
            ? 'Space means Good.'
            : 'Your answer suggests the one filled in: Space confirms it.',
          isExtra && 'The schedule stays as it is, whatever you press.',
          !isExtra && mode === 'four' && `Hard: ${lowerFirst(ratingMeanings.hard)}`,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
