import { type ReactNode, useEffect, useRef } from 'react';
import { labelOption } from '../../../src-shared/domain/rules/decisions.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { PushbackView } from '../../../src-shared/ipc/mock-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { isPlain } from './interview-keys.ts';
import { PhaseTitle } from './phase-title.tsx';
import type { Interview } from './use-interview.ts';

type TwistsPhaseProps = {
  interview: Interview /** Whether keys are its own: no decision is under way. */;
  isActive: boolean;
};

/** The interviewer pushes back, then things happen. The board below stays open for what has to change. */
export function TwistsPhase({ interview, isActive }: TwistsPhaseProps): ReactNode {
  const { view, act } = interview;
  const { nextTwist } = view;
  const told = view.twists.at(-1);
  const place = view.pushbacks.findIndex(({ given }) => given === null);
  const open = told ? undefined : view.pushbacks[place];
  const next = useRef<HTMLHeadingElement>(null);
  const shown = told ? told.id : open ? `${open.part} ${open.decision}` : 'answered';
  const before = useRef(shown);
  useEffect(() => {
    // What comes next is read from its heading; the phase's own beginning has that of the phase.
    if (before.current !== shown) next.current?.focus();
    before.current = shown;
  }, [shown]);

  const answer = ({ part, decision, option }: PushbackView, cost: string): void =>
    void act({ type: 'pushback', part, decision, option, cost });
  const hear = (): void => {
    if (nextTwist !== null) void act({ type: 'twist', twist: nextTwist });
  };
  useKeys(press => {
    if (!isActive || !isPlain(press)) return false;
    const cost = open && /^[1-9]$/.test(press.key) ? open.costs[Number(press.key) - 1] : undefined;
    if (open && cost) answer(open, cost.id);
    else if (press.key === 't') hear();
    else return false;
    return true;
  });

  return (
    <section aria-labelledby="phase-title" className="twists">
      <PhaseTitle view={view}>{describeState(interview, place)}</PhaseTitle>
      {open && (
        <fieldset className="pushback">
          <legend>
            <h3 ref={next} tabIndex={-1} className="pushback-ask">
              {open.ask}
            </h3>
          </legend>
          <p className="phase-says">{describeChosen(interview, open)} Say what the other would cost.</p>
          <div className="choices" data-active>
            {open.costs.map(({ id, label }, index) => (
              <button key={id} type="button" className="choice" onClick={() => answer(open, id)}>
                <KeyHint>{String(index + 1)}</KeyHint>
                <span>{label}</span>
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {told && (
        <div className="twist">
          <h3 ref={next} tabIndex={-1}>
            {told.title}
          </h3>
          <Markdown>{told.say}</Markdown>
        </div>
      )}
      {!told && !open && (
        <h3 ref={next} tabIndex={-1} className="pushback-ask">
          {view.pushbacks.length === 0 ? 'Nothing stands on the board to push back on.' : 'That is answered.'}
        </h3>
      )}
      {told && (
        <p className="phase-says">
          What was said before still holds. Change what has to change, and nothing else: a needless change
          loses what it had.
        </p>
      )}
      {nextTwist !== null && (
        <p>
          <button type="button" className={open ? 'button' : 'button button-main'} onClick={hear}>
            {told ? 'Hear what happens next' : 'Hear what happens'}
            <KeyHint>t</KeyHint>
          </button>
        </p>
      )}
    </section>
  );
}

function describeState({ view }: Interview, place: number): string {
  if (view.twists.length > 0) {
    return view.nextTwist === null
      ? 'That was the last twist.'
      : `Twist ${view.twists.length} of this interview.`;
  }
  if (place >= 0) return `The interviewer pushes back: ${place + 1} of ${view.pushbacks.length}.`;
  return view.pushbacks.length === 0 ? '' : `${countOf(view.pushbacks.length, 'pushback')} answered.`;
}

function describeChosen({ view }: Interview, { part, partName, decision }: PushbackView): string {
  const cell = view.cells.find(one => one.part === part && one.decision === decision);
  const chosen = cell?.choice?.option;
  const label = cell?.options.find(({ id }) => id === chosen)?.label ?? labelOption(decision, chosen ?? '');
  return `For ${partName} you said: ${label}.`;
}
