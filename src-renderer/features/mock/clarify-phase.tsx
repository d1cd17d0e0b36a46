import type { ReactNode } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useKeys } from '../../components/use-keys.ts';
import type { Interview } from './use-interview.ts';

/** The letters of the questions: as many as a menu has at most. */
export const questionKeys = 'abcdefghijklop';

/** The menu of questions. Each costs twenty seconds; the answers stand among what was heard. */
export function ClarifyPhase({ interview }: { interview: Interview }): ReactNode {
  const { view, act } = interview;
  useKeys(({ key, ctrl, alt, repeat, focus }) => {
    const question = view.menu[questionKeys.indexOf(key)];
    if (key.length !== 1 || ctrl || alt || repeat || focus === 'field' || !question) return false;
    if (!question.asked && view.asksLeft > 0) act({ type: 'ask', question: question.id });
    return true;
  });
  return (
    <section aria-labelledby="clarify-title">
      <h2 id="clarify-title" className="section-title">
        Ask before you decide
      </h2>
      <p className="muted">
        {countOf(view.asksLeft, 'question')} left; each costs 20 seconds. What you never ask stays unknown.
      </p>
      <ol className="questions">
        {view.menu.map((question, index) => (
          <li key={question.id}>
            <button
              type="button"
              className="question-entry"
              disabled={question.asked || view.asksLeft === 0}
              onClick={() => act({ type: 'ask', question: question.id })}
            >
              <KeyHint>{questionKeys[index] ?? ''}</KeyHint>
              <span>{question.ask}</span>
            </button>
            {question.asked && (
              <p className="question-answer">
                {question.answer.length > 0 ? question.answer.join(' ') : 'Nothing that matters here.'}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
