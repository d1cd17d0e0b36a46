import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Act } from '../../../src-shared/domain/mock/attempt.ts';
import { MOST_CITED } from '../../../src-shared/domain/mock/reasons.ts';
import type { Cell, MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { AssumeRow } from './assume-row.tsx';

type CellPanelProps = { view: MockView; cell: Cell; act(act: Act): void; onHint(): void; onClose(): void };

const sure = { l: 'low', m: 'medium', h: 'high' } as const;
const isSure = (key: string): key is keyof typeof sure => Object.hasOwn(sure, key);

type Draft = { option: string | null; cited: readonly string[]; nothing: boolean };

const noReason = { cited: [], nothing: false };
const nameGroup = ({ facts }: Cell['citable'][number]): string => facts.join();

function readDraft({ choice, citable }: Cell): Draft {
  if (!choice) return { option: null, ...noReason };
  const cited = citable
    .filter(({ facts }) => facts.every(fact => choice.facts.includes(fact)))
    .map(nameGroup);
  return { option: choice.option, cited, nothing: choice.nothing };
}

/**
 * One decision: its option, then up to three facts as the reason, then how sure. Digits choose, l, m or h close it
 * with a confidence and Enter without one: at most six keystrokes with the Enter that opened it.
 */
export function CellPanel({ view, cell, act, onHint, onClose }: CellPanelProps): ReactNode {
  const { part, decision, options, citable } = cell;
  // What is shown at once; each change is also handed on, in the same order.
  const [draft, setDraft] = useState(() => readDraft(cell));
  const [isCiting, setCiting] = useState(draft.option !== null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isChosen = draft.option !== null;

  const pick = (option: string): void => {
    // Another option needs a reason of its own.
    if (option !== draft.option) setDraft({ ...noReason, option });
    act({ type: view.twists.length > 0 ? 'revise' : 'decide', part, decision, option });
    setCiting(true);
  };
  const cite = (reason: Pick<Draft, 'cited' | 'nothing'>): void => {
    setDraft({ ...draft, ...reason });
    const facts = citable
      .filter(group => reason.cited.includes(nameGroup(group)))
      .flatMap(group => group.facts);
    act({ type: 'cite', part, decision, facts, nothing: reason.nothing });
  };
  const toggle = (name: string): void => {
    const { cited } = draft;
    const next = cited.includes(name) ? cited.filter(one => one !== name) : [...cited, name];
    if (next.length <= MOST_CITED) cite({ cited: next, nothing: false });
  };
  const citeNothing = (): void => cite({ cited: [], nothing: !draft.nothing });
  const close = (confidence?: 'low' | 'medium' | 'high'): void => {
    if (confidence && isChosen) act({ type: 'sure', part, decision, confidence });
    onClose();
  };

  useKeys(({ key, ctrl, alt, repeat, focus }) => {
    if (ctrl || alt || repeat || focus === 'field') return false;
    if (key === 'Escape' || (key === 'Enter' && focus !== 'control')) {
      close();
      return true;
    }
    if (key === 'Backspace') {
      setCiting(false);
      return true;
    }
    if (isSure(key) && isChosen) {
      close(sure[key]);
      return true;
    }
    if (!/^\d$/.test(key)) return false;
    if (!isCiting) {
      const option = options[Number(key) - 1];
      if (option) pick(option.id);
    } else if (key === '0') citeNothing();
    else {
      const group = citable[Number(key) - 1];
      if (group) toggle(nameGroup(group));
    }
    return true;
  });

  const partName = view.parts.find(({ id }) => id === part)?.name ?? part;
  const name = view.decisions.find(one => one.decision === decision)?.name ?? decision;
  return (
    <section className="cell-panel" aria-label={`${partName}: ${name}`}>
      <h2 ref={title} tabIndex={-1} className="cell-title">
        {partName}: {name}
      </h2>
      <div className="cell-columns">
        <fieldset data-active={!isCiting || undefined}>
          <legend>What you say</legend>
          {options.map(({ id, label }, index) => (
            <button
              key={id}
              type="button"
              className="choice"
              aria-pressed={draft.option === id}
              onClick={() => pick(id)}
            >
              <KeyHint>{isCiting ? '' : String(index + 1)}</KeyHint>
              <span>{label}</span>
            </button>
          ))}
        </fieldset>
        <fieldset data-active={isCiting || undefined} disabled={!isChosen}>
          <legend>Why: up to three facts</legend>
          {citable.map((group, index) => (
            <button
              key={nameGroup(group)}
              type="button"
              className="choice"
              aria-pressed={draft.cited.includes(nameGroup(group))}
              onClick={() => toggle(nameGroup(group))}
            >
              <KeyHint>{isCiting && index < 9 ? String(index + 1) : ''}</KeyHint>
              <span>{group.label}</span>
            </button>
          ))}
          <button type="button" className="choice" aria-pressed={draft.nothing} onClick={citeNothing}>
            <KeyHint>{isCiting ? '0' : ''}</KeyHint>
            <span>Nothing known moves this</span>
          </button>
        </fieldset>
      </div>
      <AssumeRow cell={cell} act={act} />
      <div className="button-row">
        {(['low', 'medium', 'high'] as const).map(level => (
          <button
            key={level}
            type="button"
            className="button"
            aria-pressed={cell.choice?.confidence === level}
            disabled={!isChosen}
            onClick={() => close(level)}
          >
            {level} confidence
            <KeyHint>{level.charAt(0)}</KeyHint>
          </button>
        ))}
        <button type="button" className="button" onClick={() => close()}>
          Done
          <KeyHint>Enter</KeyHint>
        </button>
        {isCiting && (
          <button type="button" className="button button-quiet" onClick={() => setCiting(false)}>
            Other option
            <KeyHint>Backspace</KeyHint>
          </button>
        )}
        {view.mode === 'practice' && (
          <button type="button" className="button button-quiet" onClick={onHint}>
            Hint
          </button>
        )}
      </div>
    </section>
  );
}
