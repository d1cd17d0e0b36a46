import { type ReactNode, useState } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { useKeys } from '../../components/use-keys.ts';
import type { Interview } from './use-interview.ts';

/** What is still open, and the end. */
export function CheckPhase({ interview }: { interview: Interview }): ReactNode {
  const { view, submit } = interview;
  const [isAsking, setAsking] = useState(false);
  const undecided = view.cells.filter(({ choice }) => choice === null).length;
  const unreasoned = view.cells.filter(
    ({ choice }) => choice && !choice.nothing && choice.facts.length === 0,
  ).length;
  const figures = view.numbers.filter(({ given }) => given === null).length;
  const pushbacks = view.pushbacks.filter(({ given }) => given === null).length;
  const lines = [
    undecided > 0 && `${countOf(undecided, 'decision')} without an option`,
    unreasoned > 0 && `${countOf(unreasoned, 'decision')} without a reason`,
    figures > 0 && `${countOf(figures, 'figure')} missing`,
    pushbacks > 0 && `${countOf(pushbacks, 'pushback')} unanswered`,
    view.nextTwist !== null && 'a twist that you have not heard',
  ].filter(line => typeof line === 'string');
  useKeys(({ key, ctrl, alt, repeat, focus }) => {
    if (key !== 's' || ctrl || alt || repeat || focus === 'field') return false;
    setAsking(true);
    return true;
  });
  return (
    <section aria-labelledby="check-title">
      <h2 id="check-title" className="section-title">
        Before you hand it in
      </h2>
      {lines.length === 0 ? (
        <p>Nothing is missing.</p>
      ) : (
        <ul className="missing">
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" className="button button-main" onClick={() => setAsking(true)}>
          Hand it in
          <KeyHint>s</KeyHint>
        </button>
      </p>
      {isAsking && (
        <Dialog title="Hand it in?" onClosed={() => setAsking(false)}>
          {close => (
            <div className="text-form">
              <p>That is final: the score is derived from what stands on the board.</p>
              <button
                type="button"
                className="button button-main"
                onClick={() => {
                  close();
                  submit();
                }}
              >
                Hand it in
              </button>
            </div>
          )}
        </Dialog>
      )}
    </section>
  );
}
