import { type ReactNode, useState } from 'react';
import { parseTypedNumber } from '../../../src-shared/domain/grade.ts';
import { KeyHint } from '../../components/key-hint.tsx';

type NumberFieldProps = {
  id: string;
  unit: string;
  onNumber(value: number): void;
  /** Enter in an empty field: the person gives no answer. */
  onReveal(): void;
  onLeave(): void;
};

/** A field for a figure with its unit. Enter hands it in; what is no number is said so and stays. */
export function NumberField({ id, unit, onNumber, onReveal, onLeave }: NumberFieldProps): ReactNode {
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const submit = (): void => {
    const value = parseTypedNumber(text) ?? parseTypedNumber(dropUnit(text, unit));
    if (text.trim() === '') onReveal();
    else if (value === null) setRefused(true);
    else onNumber(value);
  };
  return (
    <form
      className="number-form"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id}>Your figure</label>
      <span className="number-line">
        <input
          id={id}
          className="number-input"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-describedby={`${id}-unit ${id}-fault`}
          aria-invalid={isRefused}
          onChange={event => {
            setText(event.target.value);
            setRefused(false);
          }}
          onKeyDown={event => {
            if (event.key === 'Escape') onLeave();
          }}
        />
        <span id={`${id}-unit`} className="number-unit">
          {unit}
        </span>
        <button type="submit" className="button">
          Check
          <KeyHint>Enter</KeyHint>
        </button>
      </span>
      <p id={`${id}-fault`} className="field-fault" role="alert">
        {isRefused && 'Write the figure alone, like 0.5, 50,000, 100k or 1.5M.'}
      </p>
    </form>
  );
}

/** What was typed, without the unit that stands beside the field already. */
function dropUnit(text: string, unit: string): string {
  const typed = text.trim();
  return typed.endsWith(unit) ? typed.slice(0, -unit.length) : typed;
}
