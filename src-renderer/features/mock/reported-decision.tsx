import { type ReactNode, useState } from 'react';
import { capitalize } from '../../../src-shared/domain/rules/describe.ts';
import type { Reported } from '../../../src-shared/ipc/report-contract.ts';
import { Mark } from '../../components/mark.tsx';
import { Markdown } from '../../components/markdown.tsx';
import {
  describeChoice,
  describeHeld,
  describePushback,
  describeSufficient,
  standingNames,
} from './report-words.ts';
import { formatShare } from './wording.ts';

type ReportedDecisionProps = { decision: Reported; isFolded: boolean };

/** One decision: what was chosen, what holds and why, what was not asked, and the change that would turn it. */
export function ReportedDecision({ decision, isFolded }: ReportedDecisionProps): ReactNode {
  const { partName, decisionName, stage, standing } = decision;
  const isRight = standing === 'best' || standing === 'defensible';
  const title = (
    <>
      <span className="reported-name">
        {partName}: {decisionName}
        {stage > 0 && <span className="muted"> after twist {stage}</span>}
      </span>{' '}
      <span className="reported-standing">
        <Mark right={isRight} /> {standingNames[standing]}, {formatShare(decision)}
      </span>
    </>
  );
  if (isFolded) {
    return (
      <details className="reported" data-standing={standing}>
        <summary className="reported-head">{title}</summary>
        <Body decision={decision} />
      </details>
    );
  }
  return (
    <article className="reported" data-standing={standing}>
      <h3 className="reported-head">{title}</h3>
      <Body decision={decision} />
    </article>
  );
}

function Body({ decision }: { decision: Reported }): ReactNode {
  const { standing, because, against, facts, unasked, pushback, flip, defaults, rules, cards } = decision;
  const { sufficient, lost } = decision;
  const isBest = standing === 'best';
  return (
    <div className="reported-body">
      <p>{describeChoice(decision)}</p>
      <dl className="reported-lines">
        {!isBest && <Line name="Holds">{describeHeld(decision)}</Line>}
        <Line name="Because">
          <Markdown inline>{because}</Markdown>
        </Line>
        {against && (
          <Line name="Yours does not">
            <Markdown inline>{against}</Markdown>
          </Line>
        )}
        {sufficient && <Line name="Reason enough">{describeSufficient(sufficient)}</Line>}
        {lost !== null && <Line name="Revised">After twist {lost}, which did not call for it.</Line>}
        {unasked.length > 0 && <Line name="You did not ask">{unasked.join(' ')}</Line>}
        {pushback && (
          <Line name={pushback.ask}>
            {pushback.cost} <span className="muted">{describePushback(pushback)}</span>
          </Line>
        )}
        {facts.length > 0 && (
          <Line name={facts.length === 1 ? 'Fact' : 'Facts'}>{capitalize(facts.join('; '))}</Line>
        )}
        <Line name="Belongs to">
          {defaults.map(({ name }) => name).join(', ')}
          {rules.length > 0 && <span className="muted"> · rule {rules.join(', ')}</span>}
        </Line>
        {cards.length > 0 && (
          <Line name={cards.length === 1 ? 'Card' : 'Cards'}>
            {cards.map(({ cardId, title }) => (
              <span key={cardId} className="reported-card">
                {title}
              </span>
            ))}
          </Line>
        )}
        {!flip && <Line name="What turns it">No single fact would.</Line>}
      </dl>
      {flip && <Flip flip={flip} />}
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div className="reported-line">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The smallest change that turns the answer, asked again. */
function Flip({ flip }: { flip: NonNullable<Reported['flip']> }): ReactNode {
  const [picked, setPicked] = useState<string | null>(null);
  const isRight = picked !== null && flip.best.includes(picked);
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
          <p className={isRight ? 'flip-verdict verdict-right' : 'flip-verdict verdict-wrong'}>
            <Mark right={isRight} /> {isRight ? 'Right.' : 'Not quite.'}{' '}
            <span className="flip-text">
              <Markdown inline>{flip.text}</Markdown>
            </span>
          </p>
        )}
      </div>
    </fieldset>
  );
}
