import { type ReactNode, useState } from 'react';
import type { MockView } from '../../../src-shared/ipc/mock-contract.ts';

type Raised = MockView['palette'][number]['decision'];
type RaiseRowProps = { view: MockView; onRaised(part: string, decision: Raised, option: string): void };

/** The open level: nobody lists the decisions, so the candidate raises them. */
export function RaiseRow({ view, onRaised }: RaiseRowProps): ReactNode {
  const [part, setPart] = useState(view.parts[0]?.id ?? '');
  const [decision, setDecision] = useState('');
  const chosen = view.palette.find(one => one.decision === decision);
  return (
    <div className="raise">
      <label>
        Raise{' '}
        <select value={decision} onChange={event => setDecision(event.target.value)}>
          <option value="">a decision …</option>
          {view.palette.map(one => (
            <option key={one.decision} value={one.decision}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        for{' '}
        <select value={part} onChange={event => setPart(event.target.value)}>
          {view.parts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen && (
        <span className="button-row">
          {chosen.options.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="button"
              onClick={() => {
                onRaised(part, chosen.decision, id);
                setDecision('');
              }}
            >
              {label}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}
