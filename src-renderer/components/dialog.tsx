import { type ReactNode, useEffect, useId, useRef } from 'react';

type DialogProps = {
  title: string;
  /** Called once the dialog has closed, whichever way. */
  onClosed(): void;
  /** The content; it may close the dialog, which puts focus back where it was. */
  children(close: () => void): ReactNode;
};

/** A modal dialog on the native element, which keeps focus inside and gives it back. */
export function Dialog({ title, onClosed, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const close = (): void => dialog.current?.close();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    // Left to itself, the browser would begin at the button that closes the dialog.
    content.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClosed}>
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button button-quiet" onClick={close}>
          Close
        </button>
      </header>
      <div ref={content}>{children(close)}</div>
    </dialog>
  );
}
