import { type ReactNode, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { isPlain } from './interview-keys.ts';
import { PhaseTitle } from './phase-title.tsx';
import type { Interview } from './use-interview.ts';
import { listMissing, type Missing } from './wording.ts';

type CheckPhaseProps = { interview: Interview; isActive: boolean; onMend(missing: Missing): void };

/** What is missing, each a way to where it is mended; and the end, which is final. */
export function CheckPhase({ interview, isActive, onMend }: CheckPhaseProps): ReactNode {
  const { view, submit } = interview;
  const [isAsking, setAsking] = useState(false);
  const kinds = listMissing(view);
  const count = kinds.reduce((sum, { missing }) => sum + missing.length, 0);
  useKeys(press => {
    if (!isActive || !isPlain(press) || press.key !== 's') return false;
    setAsking(true);
    return true;
  });
  const state =
    count === 0 ? 'Nothing is missing.' : `${count} ${count === 1 ? 'thing is' : 'things are'} missing.`;
  return (
    <section aria-labelledby="phase-title" className="check">
      <PhaseTitle view={view}>{state}</PhaseTitle>
      {kinds.length > 0 && (
        <dl className="missing">
          {kinds.map(({ kind, missing }) => (
            <div key={kind} className="missing-kind">
              <dt>{kind}</dt>
              {missing.map(one => (
                <dd key={one.name}>
                  <button type="button" className="missing-entry" onClick={() => onMend(one)}>
                    {one.name}
                  </button>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      <p>
        <button type="button" className="button button-main" onClick={() => setAsking(true)}>
          Hand it in
          <KeyHint>s</KeyHint>
        </button>
      </p>
      {isAsking && (
        <Dialog title="Hand it in?" onClosed={() => setAsking(false)}>
          {close => (
            <div className="text-form">
              <p>
                {state} Handing in is final: the score is derived from what you decided, and why, and stays as
                it is.
              </p>
              <button
                type="button"
                className="button button-main"
                onClick={() => {
                  close();
                  submit();
                }}
              >
                Hand it in
                <KeyHint>Enter</KeyHint>
              </button>
            </div>
          )}
        </Dialog>
      )}
    </section>
  );
}
