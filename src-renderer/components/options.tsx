import { type ReactNode, useState } from 'react';
import type { OptionView } from '../../src-shared/domain/card-view.ts';
import { Mark } from './mark.tsx';
import { Markdown } from './markdown.tsx';

type OptionButtonsProps = { options: readonly Pick<OptionView, 'text'>[]; onPick(index: number): void };

/** The options before the reveal, each with the digit that picks it. */
export function OptionButtons({ options, onPick }: OptionButtonsProps): ReactNode {
  // A pointer that merely rests where an option appears has not pointed at it.
  const [pointed, setPointed] = useState(false);
  return (
    <ol
      className={pointed ? 'options options-pointed' : 'options'}
      aria-label="Options"
      onPointerMove={() => setPointed(true)}
    >
      {options.map((option, index) => (
        <li key={option.text}>
          <button type="button" className="option" onClick={() => onPick(index)}>
            <span aria-hidden="true" className="option-digit">
              {index + 1}
            </span>
            <span className="option-text">
              <Markdown inline>{option.text}</Markdown>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

type OptionVerdictsProps = {
  options: readonly JudgedOption[];
  picked: number | null;
};

/** An option with its verdict; `isDefensible`: it holds, though another one is best. */
type JudgedOption = OptionView & { isDefensible?: boolean };

/** The options after the reveal: which is right, which was picked, and when each wrong one would be right. */
export function OptionVerdicts({ options, picked }: OptionVerdictsProps): ReactNode {
  return (
    <ol className="options verdicts">
      {options.map((option, index) => {
        const isPicked = index === picked;
        return (
          <li key={option.text} className={`verdict ${nameVerdict(option.right, isPicked)}`}>
            <span className="option-digit" aria-hidden="true">
              {option.right || isPicked ? <Mark right={option.right} /> : index + 1}
            </span>
            <div>
              <p className="option-text">
                <Markdown inline>{option.text}</Markdown>{' '}
                {(option.right || isPicked) && (
                  <span className="verdict-word">{describeVerdict(option, isPicked)}</span>
                )}
              </p>
              {option.why && (
                <p className="option-why">
                  <span className="muted">Right if </span>
                  <Markdown inline>{option.why}</Markdown>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function nameVerdict(right: boolean, isPicked: boolean): string {
  if (right) return 'verdict-right';
  return isPicked ? 'verdict-wrong' : '';
}

function describeVerdict({ right, isDefensible }: JudgedOption, isPicked: boolean): string {
  if (!right) return 'your answer, not right';
  const word = isDefensible ? 'defensible' : 'right';
  return isPicked ? `your answer, ${word}` : word;
}
