import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { phaseOf } from '../../../src-shared/domain/mock/phases.ts';
import type { Cell, MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';

type RaiseDialogProps = {
  view: MockView;
  /** The part that is chosen to begin with. */
  part: string | null;
  onRaise(cell: Cell): void;
  onClosed(): void;
};

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The palette of the open level: a part by its digit, and then the decision that is raised for it. */
export function RaiseDialog({ view, part: first, onRaise, onClosed }: RaiseDialogProps): ReactNode {
  const [part, setPart] = useState(first ?? view.parts[0]?.id ?? '');
  const find = (decision: Cell['decision']): Cell | undefined =>
    view.cells.find(cell => cell.part === part && cell.decision === decision);
  const raise = ({ decision, options }: MockView['palette'][number]): void => {
    const blank = { part, decision, phase: phaseOf[decision], options, citable: [], assumable: [] };
    onRaise(find(decision) ?? { ...blank, choice: null });
  };
  return (
    <Dialog title="Raise a decision" onClosed={onClosed}>
      {close => {
        const onKeyDown = (event: KeyboardEvent): void => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
          const chosen = /^[1-9]$/.test(event.key) ? view.parts[Number(event.key) - 1] : undefined;
          const entry = event.key.length === 1 ? view.palette[letters.indexOf(event.key)] : undefined;
          if (chosen) setPart(chosen.id);
          else if (entry) {
            event.preventDefault();
            close();
            raise(entry);
          }
        };
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: single keys for the buttons inside
          <div className="raise" onKeyDown={onKeyDown}>
            <fieldset className="raise-parts">
              <legend>For which part</legend>
              <div className="button-row">
                {view.parts.map(({ id, name }, index) => (
                  <button
                    key={id}
                    type="button"
                    className="button"
                    aria-pressed={id === part}
                    onClick={() => setPart(id)}
                  >
                    {name}
                    <KeyHint>{String(index + 1)}</KeyHint>
                  </button>
                ))}
              </div>
            </fieldset>
            <fieldset className="choices" data-active>
              <legend>Which decision</legend>
              {view.palette.map((entry, index) => (
                <button
                  key={entry.decision}
                  type="button"
                  className="choice"
                  onClick={() => {
                    close();
                    raise(entry);
                  }}
                >
                  <KeyHint>{letters[index] ?? ''}</KeyHint>
                  <span>
                    {entry.name}
                    {find(entry.decision) && <span className="muted"> on the board</span>}
                  </span>
                </button>
              ))}
            </fieldset>
          </div>
        );
      }}
    </Dialog>
  );
}
