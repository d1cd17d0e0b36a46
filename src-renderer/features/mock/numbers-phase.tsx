import { type ReactNode, useState } from 'react';
import type { MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { formatFigure } from '../review/wording.ts';
import { focusPhaseTitle, PhaseTitle } from './phase-title.tsx';
import { readTypedFigure } from './typed-figure.ts';
import type { Interview } from './use-interview.ts';

/** Puts focus on the first figure that is not given yet. */
export function focusFigure(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('.number-step input')];
  (fields.find(field => field.value === '') ?? fields[0])?.focus();
}

/** The arithmetic by steps: a figure and its unit each, saved as soon as both are given. */
export function NumbersPhase({ interview }: { interview: Interview }): ReactNode {
  const { view } = interview;
  const given = view.numbers.filter(one => one.given !== null).length;
  return (
    <section aria-labelledby="phase-title" className="numbers">
      <PhaseTitle view={view}>
        {view.numbers.length > 0 && `${given} of ${view.numbers.length} given.`}
      </PhaseTitle>
      <p className="phase-says">
        {view.numbers.length === 0
          ? 'No figures are asked for in this interview.'
          : 'The order of magnitude counts: within a factor of two in full, within ten in part. Each step is held against your own earlier figures. A unit may be typed behind its figure.'}
      </p>
      <div className="number-steps">
        {view.numbers.map(step => (
          <Step key={`${step.part} ${step.step}`} step={step} interview={interview} />
        ))}
      </div>
    </section>
  );
}

type StepProps = { step: MockView['numbers'][number]; interview: Interview };

function Step({ step, interview }: StepProps): ReactNode {
  const [text, setText] = useState(step.given ? formatFigure(step.given.value) : '');
  const [picked, setUnit] = useState(step.given?.unit ?? '');
  const typed = readTypedFigure(text, step.units);
  const { value } = typed;
  const unit = typed.unit ?? picked;
  const isRefused = text.trim() !== '' && value === null;
  const isSaved = step.given !== null && step.given.value === value && step.given.unit === unit;
  const id = `number-${step.part ?? 'all'}-${step.step}`;
  const name = `${step.partName ? `${step.partName}: ` : ''}${step.name}`;
  const save = (newUnit: string): void => {
    if (value === null || newUnit === '') return;
    if (step.given?.value === value && step.given.unit === newUnit) return;
    const part = step.part === null ? {} : { part: step.part };
    void interview.act({ type: 'number', ...part, step: step.step, value, unit: newUnit });
  };
  return (
    <div className="number-step">
      <label htmlFor={id}>
        {step.partName && <span className="muted">{step.partName}:</span>}
        {step.name}
      </label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={isRefused}
        aria-describedby={`${id}-read`}
        onChange={event => setText(event.target.value)}
        onBlur={() => save(unit)}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            event.preventDefault();
            const select = event.currentTarget.parentElement?.querySelector('select');
            if (select && unit !== '' && value !== null) focusNext(select);
            else select?.focus();
          }
          if (event.key === 'Escape') focusPhaseTitle();
        }}
      />
      <select
        aria-label={`Unit of ${name}`}
        value={unit}
        disabled={typed.unit !== null}
        onChange={event => {
          setUnit(event.target.value);
          save(event.target.value);
        }}
        onKeyDown={event => {
          if (event.key === 'Escape') focusPhaseTitle();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          focusNext(event.currentTarget);
        }}
      >
        <option value="">unit…</option>
        {step.units.map(one => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <p id={`${id}-read`} className={isRefused ? 'field-fault' : 'number-read'} role="status">
        {describeStep({ text, value, unit, isSaved })}
      </p>
    </div>
  );
}

/** Enter leads through the steps; behind the last one to their heading, where the phase's keys are. */
function focusNext(select: HTMLSelectElement): void {
  const next = select.parentElement?.nextElementSibling?.querySelector('input');
  if (next) next.focus();
  else focusPhaseTitle();
}

type Typed = { text: string; value: number | null; unit: string; isSaved: boolean };

/** What is understood of what was typed, and whether it is kept. */
function describeStep({ text, value, unit, isSaved }: Typed): string {
  if (text.trim() === '') return '';
  if (value === null) return 'Write a figure, with or without its unit: 0.5, 50,000, 100k, 3e9.';
  if (unit === '') return `${formatFigure(value)}: choose its unit.`;
  return isSaved ? `${formatFigure(value)} ${unit}, kept.` : `${formatFigure(value)} ${unit}`;
}
