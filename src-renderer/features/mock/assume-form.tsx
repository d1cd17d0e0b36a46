import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { parseTypedNumber } from '../../../src-shared/domain/grade.ts';
import type { Cell } from '../../../src-shared/ipc/mock-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';

type Assumable = Cell['assumable'][number];
type AssumeFormProps = {
  assumable: readonly Assumable[];
  onAssume(fact: Assumable, value: string | number | boolean): void;
  onLeave(): void;
};

const entryKeys = '123456789bcdefgjkopq';

/** States an assumption: about what, then what it is. The interviewer confirms or corrects it. */
export function AssumeForm({ assumable, onAssume, onLeave }: AssumeFormProps): ReactNode {
  const [fact, setFact] = useState<Assumable | null>(null);
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const form = useRef<HTMLFieldSetElement>(null);
  const factName = fact?.fact;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its first control
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [factName]);

  const submit = (): void => {
    if (!fact) return;
    // What has neither values nor a unit is a key or a path, said in words.
    const value = fact.unit === '' ? text.trim() || null : parseTypedNumber(text);
    if (value === null) setRefused(true);
    else onAssume(fact, value);
  };
  const entries: { id: string; label: string; choose(): void }[] =
    fact === null
      ? assumable.map(one => ({ id: one.fact, label: one.label, choose: () => setFact(one) }))
      : (fact.values ?? []).map(({ value, label }) => ({
          id: String(value),
          label,
          choose: () => onAssume(fact, value),
        }));
  const onKeyDown = (event: KeyboardEvent): void => {
    // A decision's own keys rest while an assumption is stated.
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      if (fact === null) onLeave();
      else setFact(null);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.key.length !== 1) return;
    const entry = fact === null || fact.values ? entries[entryKeys.indexOf(event.key)] : undefined;
    if (!entry) return;
    event.preventDefault();
    entry.choose();
  };
  return (
    <fieldset ref={form} className="choices assume" data-active onKeyDown={onKeyDown}>
      <legend>{fact === null ? 'You assume something about' : `You assume: ${fact.label}`}</legend>
      {entries.map(({ id, label, choose }, index) => (
        <button key={id} type="button" className="choice" onClick={choose}>
          <KeyHint>{entryKeys[index] ?? ''}</KeyHint>
          <span>{label}</span>
        </button>
      ))}
      {fact && !fact.values && (
        <span className="number-line">
          <input
            className="number-input"
            aria-label={`${fact.label}${fact.unit ? ` in ${fact.unit}` : ''}`}
            maxLength={60}
            autoComplete="off"
            value={text}
            aria-invalid={isRefused}
            aria-describedby="assume-fault"
            onChange={event => {
              setText(event.target.value);
              setRefused(false);
            }}
            onKeyDown={event => {
              if (event.key === 'Enter') submit();
            }}
          />
          <span className="number-unit">{fact.unit}</span>
          <button type="button" className="button" onClick={submit}>
            Assume
            <KeyHint>Enter</KeyHint>
          </button>
        </span>
      )}
      <p id="assume-fault" className="field-fault" role="alert">
        {isRefused &&
          (fact?.unit === ''
            ? 'Say what you assume.'
            : 'Write the figure alone, like 0.5, 50,000, 100k or 3e9.')}
      </p>
    </fieldset>
  );
}
