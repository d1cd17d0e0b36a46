import type { ReactNode } from 'react';
import type { CardView } from '../../../src-shared/domain/card-view.ts';
import { CardAnswer } from './card-answer.tsx';
import { CardBack } from './card-back.tsx';
import { CardQuestion } from './card-question.tsx';

/** Both sides of a card to be read, not to be answered. */
export function CardSides({ card }: { card: Pick<CardView, 'body' | 'back' | 'note'> }): ReactNode {
  return (
    <>
      <CardQuestion card={card} answering={null} />
      <div className="card-answer">
        <CardAnswer card={card} response={null} grade={null} />
        <CardBack card={card} />
      </div>
    </>
  );
}
