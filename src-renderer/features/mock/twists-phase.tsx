import type { ReactNode } from 'react';
import type { PushbackView } from '../../../src-shared/ipc/mock-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { useKeys } from '../../components/use-keys.ts';
import type { Interview } from './use-interview.ts';

/** The interviewer pushes back, then things happen. The board below stays open for what has to change. */
export function TwistsPhase({ interview }: { interview: Interview }): ReactNode {
  const { view, act } = interview;
  const open = view.pushbacks.find(({ given }) => given === null);
  useKeys(({ key, ctrl, alt, repeat, focus }) => {
    if (ctrl || alt || repeat || focus === 'field') return false;
    const cost = open?.costs[Number(key) - 1];
    if (open && cost && /^\d$/.test(key)) {
      answer(open, cost.id);
      return true;
    }
    if (key !== 't' || open || view.nextTwist === null) return false;
    act({ type: 'twist', twist: view.nextTwist });
    return true;
  });
  const answer = ({ part, decision, option }: PushbackView, cost: string): void =>
    act({ type: 'pushback', part, decision, option, cost });
  return (
    <section aria-labelledby="twists-title">
      <h2 id="twists-title" className="section-title">
        {open ? 'The interviewer pushes back' : 'Something happens'}
      </h2>
      {open && (
        <fieldset className="pushback">
          <legend>
            {open.partName}: {open.ask} Say what it would cost.
          </legend>
          {open.costs.map(({ id, label }, index) => (
            <button key={id} type="button" className="choice" onClick={() => answer(open, id)}>
              <KeyHint>{String(index + 1)}</KeyHint>
              <span>{label}</span>
            </button>
          ))}
        </fieldset>
      )}
      {view.twists.map(({ id, title, say }) => (
        <div key={id} className="twist">
          <h3>{title}</h3>
          <Markdown>{say}</Markdown>
        </div>
      ))}
      {!open && view.nextTwist !== null && (
        <p>
          <button
            type="button"
            className="button button-main"
            onClick={() => view.nextTwist !== null && act({ type: 'twist', twist: view.nextTwist })}
          >
            {view.twists.length === 0 ? 'Hear what happens' : 'Hear what happens next'}
            <KeyHint>t</KeyHint>
          </button>
        </p>
      )}
      {view.twists.length > 0 && (
        <p className="muted">
          What happened before still holds. Change only what has to change: a needless change loses what it
          had.
        </p>
      )}
    </section>
  );
}
