import type { ReactNode } from 'react';
import type { MockList } from '../../../src-shared/ipc/mock-contract.ts';
import type { Chosen } from './begin-page.tsx';
import { formatPoints } from './wording.ts';

type PromptListProps = {
  prompts: MockList['prompts'];
  /** Another interview is open, and none can be begun beside it. */
  isHeld: boolean;
  onChoose(chosen: Chosen): void;
};

/** Every prompt with what it takes and how it went, and prompts that are drawn anew each time. */
export function PromptList({ prompts, isHeld, onChoose }: PromptListProps): ReactNode {
  return (
    <section aria-labelledby="prompts-title">
      <h2 id="prompts-title" className="section-title">
        All prompts
      </h2>
      {isHeld && <p className="muted">Hand the open one in, or give it up, to take another.</p>}
      <table className="prompts">
        <thead>
          <tr>
            <th scope="col">Prompt</th>
            <th scope="col">Minutes</th>
            <th scope="col">Decisions</th>
            <th scope="col">Attempts</th>
            <th scope="col">Best</th>
          </tr>
        </thead>
        <tbody>
          {prompts.map(prompt => (
            <tr key={prompt.id}>
              <th scope="row">
                <PromptName
                  name={prompt.title}
                  isHeld={isHeld}
                  onChoose={() => onChoose({ kind: 'curated', prompt })}
                />
                <span className="prompt-parts">{prompt.parts.join(' · ')}</span>
              </th>
              <td>{prompt.minutes}</td>
              <td>{prompt.decisions}</td>
              <Count value={prompt.attempts} />
              <td>{prompt.best === null ? <span className="muted">–</span> : formatPoints(prompt.best)}</td>
            </tr>
          ))}
          {([35, 12] as const).map(minutes => (
            <tr key={minutes}>
              <th scope="row">
                <PromptName
                  name={`A new one, ${minutes} minutes`}
                  isHeld={isHeld}
                  onChoose={() => onChoose({ kind: 'generated', minutes })}
                />
                <span className="prompt-parts">drawn for you; no two are alike</span>
              </th>
              <td>{minutes}</td>
              <td className="muted">{minutes === 35 ? '10–14' : '5–6'}</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type PromptNameProps = { name: string; isHeld: boolean; onChoose(): void };

function PromptName({ name, isHeld, onChoose }: PromptNameProps): ReactNode {
  if (isHeld) return <span className="prompt-name">{name}</span>;
  return (
    <button type="button" className="prompt-name" onClick={onChoose}>
      {name}
    </button>
  );
}

function Count({ value }: { value: number }): ReactNode {
  return <td className={value === 0 ? 'muted' : ''}>{value === 0 ? '–' : value}</td>;
}
