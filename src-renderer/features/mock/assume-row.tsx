import { type ReactNode, useId, useState } from 'react';
import { parseTypedNumber } from '../../../src-shared/domain/grade.ts';
import type { Act } from '../../../src-shared/domain/mock/attempt.ts';
import type { Cell } from '../../../src-shared/ipc/mock-contract.ts';

/** States an assumption about a fact that is not known; the interviewer confirms or corrects it. */
export function AssumeRow({ cell, act }: { cell: Cell; act(act: Act): void }): ReactNode {
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const id = useId();
  const fact = cell.assumable.find(one => one.fact === name);
  if (cell.assumable.length === 0) return null;
  const typed = fact?.values
    ? fact.values.find(one => String(one.value) === value)?.value
    : parseTypedNumber(value);
  const state = (): void => {
    if (!fact || typed === undefined || typed === null) return;
    act({ type: 'assume', part: cell.part, fact: fact.fact, value: typed });
    setName('');
    setValue('');
  };
  return (
    <form
      className="assume"
      onSubmit={event => {
        event.preventDefault();
        state();
      }}
    >
      <label htmlFor={id}>State an assumption</label>
      <select id={id} value={name} onChange={event => setName(event.target.value)}>
        <option value="">about …</option>
        {cell.assumable.map(one => (
          <option key={one.fact} value={one.fact}>
            {one.label}
          </option>
        ))}
      </select>
      {fact?.values && (
        <select aria-label="Value" value={value} onChange={event => setValue(event.target.value)}>
          <option value="">is …</option>
          {fact.values.map(one => (
            <option key={String(one.value)} value={String(one.value)}>
              {one.label}
            </option>
          ))}
        </select>
      )}
      {fact && !fact.values && (
        <>
          <input
            aria-label={`Value in ${fact.unit}`}
            inputMode="decimal"
            value={value}
            onChange={event => setValue(event.target.value)}
          />
          <span className="muted">{fact.unit}</span>
        </>
      )}
      {fact && (
        <button type="submit" className="button">
          Assume
        </button>
      )}
    </form>
  );
}
