import { type ReactNode, useState } from 'react';
import type { Reported } from '../../../src-shared/ipc/report-contract.ts';
import { Markdown } from '../../components/markdown.tsx';
import { describeChoice, formatShare, standingNames } from './wording.ts';

/** One decision: what was chosen, what holds and why, and the change that would turn it. */
export function ReportedDecision({ decision }: { decision: Reported }): ReactNode {
  const { partName, decisionName, stage, standing, expected, defensible, because, against } = decision;
  const held = expected.length > 0 ? expected : defensible;
  return (
    <article className="reported" data-standing={standing}>
      <h3>
        {partName}: {decisionName}
        {stage > 0 && <span className="muted"> after twist {stage}</span>}
        <span className="reported-standing">
          {standingNames[standing]}, {formatShare(decision)}
        </span>
      </h3>
      <p>{describeChoice(decision)}</p>
      <div className="reading">
        <p>
          <strong>{held.join(' or ')}</strong>
          {expected.length === 0 && ': either is defensible'}
        </p>
        <Markdown>{because}</Markdown>
        {against && <Markdown>{against}</Markdown>}
      </div>
      {decision.unasked.length > 0 && <p>You did not ask: {decision.unasked.join(' ')}</p>}
      {decision.pushback && (
        <p>
          {decision.pushback.ask} {decision.pushback.cost}{' '}
          <span className="muted">
            {decision.pushback.given === decision.pushback.cost
              ? 'You said so.'
              : decision.pushback.given === null
                ? 'You left it unanswered.'
                : `You said: ${decision.pushback.given}`}
          </span>
        </p>
      )}
      {decision.flip && <Flip flip={decision.flip} />}
      <p className="reported-foot muted">
        {[
          decision.defaults.map(({ name }) => name).join(', '),
          decision.rules.length > 0 && `rule ${decision.rules.join(', ')}`,
          decision.cards.length > 0 && `cards: ${decision.cards.map(({ title }) => title).join('; ')}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </article>
  );
}

/** The smallest change that turns the answer, asked again. */
function Flip({ flip }: { flip: NonNullable<Reported['flip']> }): ReactNode {
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <fieldset className="flip">
      <legend>{flip.ask}</legend>
      <div className="button-row">
        {flip.options.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="button"
            aria-pressed={picked === id}
            onClick={() => setPicked(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="status">
        {picked !== null && (
          <p>
            {flip.best.includes(picked) ? 'Right.' : 'Not quite.'} {flip.text.replaceAll('*', '')}
          </p>
        )}
      </div>
    </fieldset>
  );
}
