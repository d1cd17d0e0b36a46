import { type ReactNode, useState } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { readLetterKey } from './interview-keys.ts';
import { PhaseTitle } from './phase-title.tsx';
import type { Interview } from './use-interview.ts';

/** The letters of the questions, as many as a menu has at most; n is for the notes. */
export const questionKeys = 'abcdefghijklmo';

/** The menu of questions. Each costs twenty seconds; the answers also stand among what was heard. */
export function ClarifyPhase({ interview }: { interview: Interview }): ReactNode {
  const { view, act } = interview;
  const [told, setTold] = useState('');
  const ask = async (question: MockView['menu'][number]): Promise<void> => {
    if (question.asked) return;
    if (view.asksLeft === 0) {
      setTold('All questions are used.');
      return;
    }
    const after = await act({ type: 'ask', question: question.id });
    const answer = after?.menu.find(({ id }) => id === question.id)?.answer ?? [];
    if (after) setTold(`${answer.join(' ')} ${describeLeft(after.asksLeft)}`);
  };
  useKeys(press => {
    const question = readLetterKey(press, questionKeys, view.menu);
    if (question) void ask(question);
    return question !== null;
  });
  return (
    <section aria-labelledby="phase-title" className="clarify">
      <PhaseTitle view={view}>{describeLeft(view.asksLeft)}</PhaseTitle>
      <p className="phase-says">
        Each question costs 20 seconds of the clock. What you never ask stays unknown, and some questions
        bring out nothing.
      </p>
      <ol className="questions">
        {view.menu.map((question, index) => (
          <li key={question.id} data-asked={question.asked || undefined}>
            <button
              type="button"
              className="question-entry"
              aria-disabled={question.asked || view.asksLeft === 0}
              onClick={() => void ask(question)}
            >
              <KeyHint>{questionKeys[index] ?? ''}</KeyHint>
              <span>{question.ask}</span>
            </button>
            {question.asked && <p className="question-answer">{question.answer.join(' ')}</p>}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </section>
  );
}

function describeLeft(left: number): string {
  return left === 0 ? 'No question left.' : `${countOf(left, 'question')} left.`;
}
