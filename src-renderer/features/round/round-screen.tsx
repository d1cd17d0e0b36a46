import type { ReactNode } from 'react';
import { useKeys } from '../../components/use-keys.ts';
import { QuestionPage } from './question-page.tsx';
import { ResultPage } from './result-page.tsx';
import { useRound } from './use-round.ts';

type RoundScreenProps = {
  roundId: string;
  onLeave(): void;
  /** Reviews the cards that were put first, of which there are so many. */
  onReview(cards: number): void;
  /** Another round was begun. */
  onAgain(roundId: string): void;
};

/** A round of single decisions: one question after the other, each judged at once, and then what it came to. */
export function RoundScreen({ roundId, onLeave, onReview, onAgain }: RoundScreenProps): ReactNode {
  const round = useRound(roundId);
  if (!round) return <Unread onLeave={onLeave} />;
  const { view, judged } = round;
  const question = judged?.question ?? view.question;
  if (question)
    return <QuestionPage key={question.index} question={question} round={round} onLeave={onLeave} />;
  if (!view.result) return <Unread onLeave={onLeave} />;
  return (
    <ResultPage round={round} result={view.result} onLeave={onLeave} onReview={onReview} onAgain={onAgain} />
  );
}

/** Until the round is read; Escape leads back, should that fail. */
function Unread({ onLeave }: Pick<RoundScreenProps, 'onLeave'>): ReactNode {
  useKeys(({ key, repeat }) => {
    if (key !== 'Escape' || repeat) return false;
    onLeave();
    return true;
  });
  return <main className="page" aria-busy="true" />;
}
