import type { ReactNode } from 'react';
import type { CardView } from '../../../src-shared/domain/card-view.ts';
import { FigureTable } from '../../components/figure-table.tsx';
import { MarginRow } from '../../components/margin-row.tsx';
import { Markdown } from '../../components/markdown.tsx';

/** The back of a card under its answer: reason, cost, exception, what to say, the default behind it, the note. */
export function CardBack({ card }: { card: Pick<CardView, 'back' | 'note'> }): ReactNode {
  const { reason, cost, exception, say, default: behind } = card.back;
  const lines = [
    ['Why', reason],
    ['Cost', cost],
    ['Unless', exception],
  ] as const;
  return (
    <>
      {lines.map(
        ([label, text]) =>
          text && (
            <MarginRow key={label} label={label}>
              <Markdown>{text}</Markdown>
            </MarginRow>
          ),
      )}
      {say && (
        <MarginRow label="Say it aloud">
          <blockquote className="say">
            <Markdown>{say}</Markdown>
          </blockquote>
        </MarginRow>
      )}
      {behind && <DefaultNote behind={behind} />}
      {card.note && (
        <MarginRow label="Your note">
          <Markdown>{card.note}</Markdown>
        </MarginRow>
      )}
    </>
  );
}

type DefaultNoteProps = { behind: NonNullable<CardView['back']['default']> };

/** The default that a card is about: its name, its sentence, when to leave it, and its figures. */
function DefaultNote({ behind }: DefaultNoteProps): ReactNode {
  return (
    <div className="default-note">
      <MarginRow label="The default">
        <h3 className="default-name">{behind.name}</h3>
        <Markdown>{behind.default}</Markdown>
        <p className="muted-lead">Leave it when</p>
        <Markdown>{behind.exception}</Markdown>
        <FigureTable figures={behind.figures} />
      </MarginRow>
    </div>
  );
}
