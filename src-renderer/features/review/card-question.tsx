import type { ReactNode } from 'react';
import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import type { CardBody, CardView } from '../../../src-shared/domain/card-view.ts';
import type { Response } from '../../../src-shared/domain/events.ts';
import { markGap } from '../../components/gaps.ts';
import { GappedMarkdown, Markdown } from '../../components/markdown.tsx';
import { OptionButtons } from '../../components/options.tsx';
import { NumberField } from './number-field.tsx';

type CardQuestionProps = {
  card: Pick<CardView, 'body'>;
  /** What the person answers with; null where the card is only read, its gaps filled. */
  answering: {
    numberFieldId: string;
    onPick(index: number): void;
    onRespond(response: Response): void;
    onReveal(): void;
    onLeaveField(): void;
  } | null;
};

/** What is asked, with whatever the person can answer it with. */
export function CardQuestion({ card: { body }, answering }: CardQuestionProps): ReactNode {
  switch (body.kind) {
    case 'basic':
      return <Question text={body.ask} />;
    case 'cloze':
      return <Cloze pieces={body.pieces} revealed={!answering} />;
    case 'choice':
      return (
        <>
          <Question text={body.ask} />
          {answering && <OptionButtons options={body.options} onPick={answering.onPick} />}
        </>
      );
    case 'number':
      return (
        <>
          <Question text={body.ask} />
          {answering && (
            <NumberField
              id={answering.numberFieldId}
              unit={body.unit}
              onNumber={value => answering.onRespond({ kind: 'number', value })}
              onReveal={answering.onReveal}
              onLeave={answering.onLeaveField}
            />
          )}
        </>
      );
    case 'contrast':
      return (
        <>
          <p id="card-setting" className="neighbours">
            {body.between.map(side => side.name).join(' or ')}
          </p>
          <Question text={body.ask} />
        </>
      );
    case 'scenario':
      return (
        <>
          <div id="card-setting">
            <div className="reading">
              <Markdown>{body.product}</Markdown>
            </div>
            <p className="visually-hidden">The interviewer says:</p>
            <ul className="interviewer">
              {body.lines.map(line => (
                <li key={line}>
                  <Markdown inline>{line}</Markdown>
                </li>
              ))}
            </ul>
          </div>
          <Question text={body.ask} />
          {answering && <OptionButtons options={body.options} onPick={answering.onPick} />}
        </>
      );
    default:
      return assertNever(body);
  }
}

function Question({ text }: { text: string }): ReactNode {
  return (
    <div id="card-question" className="question">
      <Markdown>{text}</Markdown>
    </div>
  );
}

type ClozePieces = Extract<CardBody, { kind: 'cloze' }>['pieces'];

/** A text with ruled blanks, filled in once the answer shows. */
function Cloze({ pieces, revealed }: { pieces: ClozePieces; revealed: boolean }): ReactNode {
  const text = pieces.map((piece, index) => (piece.kind === 'text' ? piece.text : markGap(index))).join('');
  const drawGap = (index: number): ReactNode => {
    const piece = pieces[index];
    if (piece?.kind !== 'gap') return null;
    return revealed ? (
      <mark className="gap-filled">
        <Markdown inline>{piece.answer}</Markdown>
      </mark>
    ) : (
      <span className="gap">
        <span className="visually-hidden">blank</span>
        {piece.hint && <span className="gap-hint"> {piece.hint}</span>}
      </span>
    );
  };
  return (
    <div id="card-question" className="question">
      <GappedMarkdown text={text} drawGap={drawGap} />
    </div>
  );
}
