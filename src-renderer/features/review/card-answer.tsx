import type { ReactNode } from 'react';
import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import type { CardBody, CardView } from '../../../src-shared/domain/card-view.ts';
import type { Response } from '../../../src-shared/domain/events.ts';
import { MarginRow } from '../../components/margin-row.tsx';
import { Mark } from '../../components/mark.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { OptionVerdicts } from '../../components/options.tsx';
import type { CardStage } from './session-state.ts';
import { formatFigure, formatRange, listGaps } from './wording.ts';

type CardAnswerProps = Pick<CardStage, 'response' | 'grade'> & { card: Pick<CardView, 'body'> };

/** The answer itself, by kind of card, with the verdict on what the person gave. */
export function CardAnswer({ card: { body }, response, grade }: CardAnswerProps): ReactNode {
  switch (body.kind) {
    case 'basic':
      return (
        <MarginRow label="Answer">
          <div className="answer-text">
            <Markdown>{body.answer}</Markdown>
          </div>
        </MarginRow>
      );
    case 'cloze':
      return <p className="visually-hidden">In the gap: {listGaps(body)}</p>;
    case 'choice':
      return (
        <MarginRow label={<VerdictLabel right={grade?.right ?? null} />}>
          <OptionVerdicts options={body.options} picked={readPick(response)} />
        </MarginRow>
      );
    case 'number':
      return (
        <MarginRow label={<VerdictLabel right={grade?.right ?? null} />}>
          <p className="figure">
            {formatFigure(body.value)} <span className="figure-unit">{body.unit}</span>
          </p>
          <p className="figure-note">
            {response?.kind === 'number' && (
              <>
                You wrote {formatFigure(response.value)} {body.unit}.{' '}
              </>
            )}
            Counted as right: {formatRange(body.accept, body.unit)}.
          </p>
        </MarginRow>
      );
    case 'contrast':
      return <Contrast body={body} />;
    case 'scenario':
      return (
        <>
          <MarginRow label={<VerdictLabel right={grade?.right ?? null} />}>
            <OptionVerdicts options={body.options} picked={readPick(response)} />
          </MarginRow>
          <MarginRow label="Because">
            <Markdown>{body.because}</Markdown>
          </MarginRow>
          {body.flip && (
            <MarginRow label="What would turn it">
              <Markdown>{body.flip}</Markdown>
            </MarginRow>
          )}
        </>
      );
    default:
      return assertNever(body);
  }
}

function VerdictLabel({ right }: { right: boolean | null }): ReactNode {
  if (right === null) return 'Answer';
  return (
    <span className={right ? 'verdict-label verdict-right' : 'verdict-label verdict-wrong'}>
      <Mark right={right} /> {right ? 'Right' : 'Not right'}
    </span>
  );
}

function Contrast({ body }: { body: Extract<CardBody, { kind: 'contrast' }> }): ReactNode {
  return (
    <>
      <MarginRow label="What decides">
        <div className="answer-text">
          <Markdown>{body.decides}</Markdown>
        </div>
      </MarginRow>
      <MarginRow label="Pick it when">
        <div className="columns">
          {body.between.map(side => (
            <div key={side.name} className="column">
              <h3>{side.name}</h3>
              <Markdown>{side.pickWhen}</Markdown>
            </div>
          ))}
        </div>
      </MarginRow>
    </>
  );
}

function readPick(response: Response | null): number | null {
  return response?.kind === 'option' ? response.index : null;
}
