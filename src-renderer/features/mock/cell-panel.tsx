import { type ReactNode, useEffect, useRef } from 'react';
import { confidences } from '../../../src-shared/domain/confidence.ts';
import type { Cell, MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { AssumeForm } from './assume-form.tsx';
import { type Deciding, type DecidingCommand, factKeys, nameGroup } from './deciding.ts';
import { joinAnd } from './wording.ts';

const sureNames = { low: 'Low', medium: 'Medium', high: 'High' } as const;

type CellPanelProps = {
  view: MockView;
  cell: Cell;
  deciding: Deciding;
  /** Whether it takes keys; else it shows what the cell under the board's focus is about. */
  isOpen: boolean;
  /** What was said last: a hint, or why a step was not taken. */
  said: string | null;
  isAssuming: boolean;
  run(command: DecidingCommand): void;
  onAssume(fact: Cell['assumable'][number], value: string | number | boolean): void;
  onAssumed(): void;
};

/** One decision: its option, then up to three facts as the reason, then how sure. */
export function CellPanel(props: CellPanelProps): ReactNode {
  const { view, cell, deciding, isOpen, said, run } = props;
  const { step, draft } = deciding;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isOpen) title.current?.focus();
  }, [isOpen]);
  const saying = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // It comes below what a small window shows.
    if (said !== null) saying.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);
  const partName = view.parts.find(({ id }) => id === cell.part)?.name ?? cell.part;
  const palette = view.palette.find(one => one.decision === cell.decision)?.name;
  const name = view.decisions.find(one => one.decision === cell.decision)?.name ?? palette ?? cell.decision;
  const isChosen = draft.option !== null;
  const onOption = isOpen && step === 'option';
  const onReason = isOpen && step === 'reason';
  return (
    <section className="cell-panel" aria-labelledby="cell-title" data-open={isOpen || undefined}>
      <h2
        id="cell-title"
        ref={title}
        tabIndex={-1}
        className="cell-title"
        aria-label={`${partName}: ${name}`}
      >
        <span className="muted">{partName}</span>
        {name}
      </h2>
      <fieldset className="choices" data-active={onOption || !isOpen || undefined}>
        <legend>You say</legend>
        {cell.options.map(({ id, label }, index) => (
          <Choice
            key={id}
            hint={step === 'option' ? String(index + 1) : ''}
            isChosen={draft.option === id}
            onChoose={() => run({ do: 'pick', option: id })}
          >
            {label}
          </Choice>
        ))}
        {onReason && (
          <button type="button" className="button-link choices-more" onClick={() => run({ do: 'again' })}>
            Choose again <KeyHint>Backspace</KeyHint>
          </button>
        )}
      </fieldset>
      {isChosen && (
        <fieldset className="choices" data-active={onReason || undefined}>
          <legend>Because, up to three facts</legend>
          {cell.citable.map((group, index) => (
            <Choice
              key={nameGroup(group)}
              hint={onReason ? (factKeys[index] ?? '') : ''}
              isChosen={draft.cited.includes(nameGroup(group))}
              onChoose={() => run({ do: 'cite', group: nameGroup(group) })}
            >
              {group.label}
            </Choice>
          ))}
          <Choice hint={onReason ? '0' : ''} isChosen={draft.nothing} onChoose={() => run({ do: 'nothing' })}>
            <em>Nothing known speaks against the default</em>
          </Choice>
          {onReason && cell.assumable.length > 0 && !props.isAssuming && (
            <button type="button" className="button-link choices-more" onClick={() => run({ do: 'assume' })}>
              State an assumption <KeyHint>a</KeyHint>
            </button>
          )}
        </fieldset>
      )}
      {onReason && props.isAssuming && (
        <AssumeForm assumable={cell.assumable} onAssume={props.onAssume} onLeave={props.onAssumed} />
      )}
      {onReason && (
        <fieldset className="sure">
          <legend>How sure are you?</legend>
          <div className="button-row">
            {confidences.map(level => (
              <button
                key={level}
                type="button"
                className="button"
                aria-pressed={draft.confidence === level}
                onClick={() => run({ do: 'sure', confidence: level })}
              >
                {sureNames[level]}
                <KeyHint>{level.charAt(0)}</KeyHint>
              </button>
            ))}
            <button type="button" className="button button-quiet" onClick={() => run({ do: 'close' })}>
              Skip
              <KeyHint>Enter</KeyHint>
            </button>
          </div>
        </fieldset>
      )}
      {onOption && (
        <div className="button-row">
          <button type="button" className="button button-quiet" onClick={() => run({ do: 'close' })}>
            Back to the board
            <KeyHint>Esc</KeyHint>
          </button>
        </div>
      )}
      {isOpen && view.mode === 'practice' && (
        <button type="button" className="button-link" onClick={() => run({ do: 'hint' })}>
          What does it turn on? <KeyHint>i</KeyHint>
        </button>
      )}
      <p ref={saying} className="cell-said" role="status">
        {said}
      </p>
      <p className="visually-hidden" role="status">
        {isOpen && describeDraft(cell, deciding)}
      </p>
    </section>
  );
}

type ChoiceProps = { hint: string; isChosen: boolean; onChoose(): void; children: ReactNode };

function Choice({ hint, isChosen, onChoose, children }: ChoiceProps): ReactNode {
  return (
    <button type="button" className="choice" aria-pressed={isChosen} onClick={onChoose}>
      <KeyHint>{hint}</KeyHint>
      <span>{children}</span>
    </button>
  );
}

/** What has just been chosen, to be read out. */
function describeDraft({ options, citable }: Cell, { draft }: Deciding): string {
  if (draft.option === null) return '';
  const option = options.find(({ id }) => id === draft.option)?.label ?? draft.option;
  const facts = citable.filter(group => draft.cited.includes(nameGroup(group))).map(({ label }) => label);
  if (draft.nothing) return `${option}. Nothing known speaks against the default.`;
  return facts.length > 0 ? `${option}, because: ${joinAnd(facts)}.` : `${option}. Now the reason.`;
}
