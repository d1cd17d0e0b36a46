import type { ReactNode } from 'react';
import { type Confidence, confidences } from '../../../src-shared/domain/confidence.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import type { Command } from './review-keys.ts';

const names = { low: 'Low', medium: 'Medium', high: 'High' } as const satisfies Record<Confidence, string>;

type ConfidenceChoiceProps = { chosen: Confidence | null; run(command: Command): void };

/** Asks how sure the person is, before the answer shows. */
export function ConfidenceChoice({ chosen, run }: ConfidenceChoiceProps): ReactNode {
  return (
    <fieldset className="margin-row confidence">
      <legend className="margin-label">How sure are you?</legend>
      <div className="button-row">
        {confidences.map(level => (
          <button
            key={level}
            type="button"
            className="button"
            aria-pressed={chosen === level}
            onClick={() => run({ do: 'sure', confidence: level })}
          >
            {names[level]}
            <KeyHint>{level.charAt(0)}</KeyHint>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
