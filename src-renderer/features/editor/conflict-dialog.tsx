import type { ReactNode } from 'react';
import { Dialog } from '../../components/dialog.tsx';

type ConflictDialogProps = {
  mine: string;
  /** Null where the card is no longer in the file. */
  theirs: string | null;
  onKeepMine(): void;
  onTakeTheirs(): void;
  onKeepBoth(): void;
  onClosed(): void;
};

/** A card that was changed in its file while it was written here: both texts, and what becomes of them. */
export function ConflictDialog(props: ConflictDialogProps): ReactNode {
  const { mine, theirs, onKeepMine, onTakeTheirs, onKeepBoth, onClosed } = props;
  return (
    <Dialog title="Changed in its file meanwhile" onClosed={onClosed}>
      {close => {
        const act = (work: () => void) => () => {
          close();
          work();
        };
        return (
          <div className="editor-conflict">
            <p>Nothing was written. {theirs === null && 'The card is no longer in its file.'}</p>
            <div className="conflict-sides">
              <Version title="Yours" text={mine} />
              {theirs !== null && <Version title="In the file" text={theirs} />}
            </div>
            <div className="button-row">
              {theirs !== null && (
                <>
                  <button type="button" className="button" onClick={act(onKeepMine)}>
                    Keep mine
                  </button>
                  <button type="button" className="button" onClick={act(onTakeTheirs)}>
                    Take the file’s
                  </button>
                </>
              )}
              <button type="button" className="button" onClick={act(onKeepBoth)}>
                Save mine as a new card
              </button>
            </div>
          </div>
        );
      }}
    </Dialog>
  );
}

function Version({ title, text }: { title: string; text: string }): ReactNode {
  return (
    <div>
      <h3 className="muted">{title}</h3>
      <pre>
        <code>{text}</code>
      </pre>
    </div>
  );
}
