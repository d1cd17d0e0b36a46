import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Level } from '../../../src-shared/domain/mock/prompt.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { MockMode, PromptCard } from '../../../src-shared/ipc/mock-contract.ts';
import { callApi, infoQuery, mocksQuery } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';

/** What was chosen to be taken. */
export type Chosen =
  | { kind: 'curated'; prompt: PromptCard }
  | { kind: 'generated'; minutes: PromptCard['minutes'] };

type BeginPageProps = {
  chosen: Chosen;
  onInterview(attemptId: string): void;
  onReport(attemptId: string): void;
  onLeave(): void;
};

const levelTerms: readonly Term<Level>[] = [
  {
    value: 'guided',
    name: 'Guided',
    says: 'The board lists every decision that applies, whether it matters or not.',
  },
  {
    value: 'open',
    name: 'Open',
    says: 'Nothing is listed: you raise the decisions yourself, as in an interview.',
  },
];
const modeTerms: readonly Term<MockMode>[] = [
  {
    value: 'strict',
    name: 'Strict',
    says: 'The clock runs on whatever happens, even while Baseline is closed.',
  },
  {
    value: 'practice',
    name: 'Practice',
    says: 'The clock stops when you pause or close Baseline, and there are hints.',
  },
];

/** The rules of the game, before the clock starts. */
const rules: readonly string[] = [
  'Ask first. Some facts come out only when asked; you have 8 questions. Each costs 20 seconds, and so does an assumption.',
  'Decide part by part, and cite the facts that decide: an option without its reason is worth half, one with a reason beside the point less.',
  'Where nothing you know speaks against a default, say so. That is a reason too.',
  'Towards the end the interviewer pushes back and things change. Revise only what has to change.',
  'Handing in is final. You may then say your design aloud for a minute, and see your score, every reason behind it, and the cards it brings back.',
];

/** What is about to be taken, and on which terms. The clock starts with the button. */
export function BeginPage({ chosen, onInterview, onReport, onLeave }: BeginPageProps): ReactNode {
  const { reportProblem } = useNotices();
  const heading = useRef<HTMLHeadingElement>(null);
  const busy = useRef(false);
  const experience = useQuery(infoQuery).data?.settings.experience;
  const [picked, setLevel] = useState<Level | null>(null);
  const own = chosen.kind === 'curated' ? chosen.prompt.level : 'guided';
  const level = picked ?? (experience === 'interviewed' ? 'open' : own);
  // The first one is to be learnt from: nothing is lost by a pause, and there are hints.
  const isFirst = useQuery(mocksQuery).data?.past.length === 0;
  const [pickedMode, setMode] = useState<MockMode | null>(null);
  const mode = pickedMode ?? (isFirst ? 'practice' : 'strict');
  useEffect(() => heading.current?.focus(), []);

  const begin = (): void => {
    if (busy.current) return;
    busy.current = true;
    const source =
      chosen.kind === 'curated'
        ? ({ kind: 'curated', promptId: chosen.prompt.id } as const)
        : ({ kind: 'generated', seed: null, minutes: chosen.minutes } as const);
    callApi('mocks:start', { source, level, mode })
      .then(state =>
        state.kind === 'running' ? onInterview(state.view.attemptId) : onReport(state.attemptId),
      )
      .catch(reportProblem)
      .finally(() => {
        busy.current = false;
      });
  };
  useKeys(({ key, focus, repeat, ctrl, alt }) => {
    // A term is chosen and not pressed: Enter on it means the page's own button.
    const isFree = focus === 'page' || document.activeElement?.matches('input[type="radio"]');
    if (key !== 'Enter' || !isFree || repeat || ctrl || alt) return false;
    begin();
    return true;
  });
  return (
    <>
      <main className="page begin">
        <h1 ref={heading} tabIndex={-1}>
          {chosen.kind === 'curated' ? chosen.prompt.title : 'A new interview'}
        </h1>
        <p className="begin-facts">{describeChosen(chosen)}</p>
        <ol className="reading begin-rules">
          {rules.map(rule => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
        <div className="terms-pair">
          <Terms<Level> legend="Level" terms={levelTerms} chosen={level} onChoose={setLevel} />
          <Terms<MockMode> legend="Clock" terms={modeTerms} chosen={mode} onChoose={setMode} />
        </div>
      </main>
      <footer className="foot">
        <div className="button-row">
          <button type="button" className="button button-main" onClick={begin}>
            Start the clock
            <KeyHint>Enter</KeyHint>
          </button>
          <button type="button" className="button" onClick={onLeave}>
            Back to the mocks
            <KeyHint>Esc</KeyHint>
          </button>
        </div>
      </footer>
    </>
  );
}

function describeChosen(chosen: Chosen): string {
  if (chosen.kind === 'generated') return `${chosen.minutes} minutes · drawn for you`;
  const { minutes, parts, decisions, attempts } = chosen.prompt;
  const again = attempts > 0 ? ' · a repeat, which is practice' : '';
  return `${minutes} minutes · ${countOf(parts.length, 'part')} · ${countOf(decisions, 'scored decision')}${again}`;
}

type Term<T extends string> = { value: T; name: string; says: string };
type TermsProps<T extends string> = {
  legend: string;
  terms: readonly Term<T>[];
  chosen: T;
  onChoose(value: T): void;
};

function Terms<T extends string>({ legend, terms, chosen, onChoose }: TermsProps<T>): ReactNode {
  return (
    <fieldset className="terms">
      <legend>{legend}</legend>
      {terms.map(({ value, name, says }) => (
        <label key={value} className="term">
          <input type="radio" name={legend} checked={chosen === value} onChange={() => onChoose(value)} />
          <span className="term-name">{name}</span>
          <span className="term-says">{says}</span>
        </label>
      ))}
    </fieldset>
  );
}
