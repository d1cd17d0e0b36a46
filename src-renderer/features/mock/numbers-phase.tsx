import { type ReactNode, useState } from 'react';
import { parseTypedNumber } from '../../../src-shared/domain/grade.ts';
import type { MockView } from '../../../src-shared/ipc/mock-contract.ts';
import type { Interview } from './use-interview.ts';

/** The arithmetic by steps: a figure and its unit each, saved as soon as both are given. */
export function NumbersPhase({ interview }: { interview: Interview }): ReactNode {
  const { view } = interview;
  return (
    <section aria-labelledby="numbers-title">
      <h2 id="numbers-title" className="section-title">
        Work it out
      </h2>
      <p className="muted">
        Within a factor of two counts in full, within ten in part. Later steps are held against your own
        earlier figures.
      </p>
      {view.numbers.length === 0 && <p>No figures are asked for here.</p>}
      {view.numbers.map(step => (
        <Step key={`${step.part} ${step.step}`} step={step} interview={interview} />
      ))}
    </section>
  );
}

function Step({ step, interview }: { step: MockView['numbers'][number]; interview: Interview }): ReactNode {
  const [text, setText] = useState(step.given ? String(step.given.value) : '');
  const [unit, setUnit] = useState(step.given?.unit ?? '');
  const value = parseTypedNumber(text);
  const isRefused = text.trim() !== '' && value === null;
  const id = `number-${step.part ?? 'all'}-${step.step}`;
  const save = (newUnit: string): void => {
    if (value === null || newUnit === '') return;
    if (step.given?.value === value && step.given.unit === newUnit) return;
    const part = step.part === null ? {} : { part: step.part };
    interview.act({ type: 'number', ...part, step: step.step, value, unit: newUnit });
  };
  return (
    <div className="number-step">
      <label htmlFor={id}>
        {step.partName ? `${step.partName}: ` : ''}
        {step.name}
      </label>
      <span className="number-line">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={isRefused}
          aria-describedby={`${id}-fault`}
          onChange={event => setText(event.target.value)}
          onBlur={() => save(unit)}
        />
        <select
          aria-label={`Unit of ${step.name}`}
          value={unit}
          onChange={event => {
            setUnit(event.target.value);
            save(event.target.value);
          }}
        >
          <option value="">unit …</option>
          {step.units.map(name => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <span className="muted">{step.given ? 'saved' : ''}</span>
      </span>
      <p id={`${id}-fault`} className="field-fault" role="alert">
        {isRefused && 'Write the figure alone, like 0.5, 50,000, 100k or 1.5M.'}
      </p>
    </div>
  );
}
