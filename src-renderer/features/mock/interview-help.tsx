import type { ReactNode } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { type KeyLine, KeyTable } from '../../components/key-table.tsx';

const lists: readonly { title: string; lines: readonly KeyLine[] }[] = [
  {
    title: 'Any time',
    lines: [
      { keys: ']  and  [', does: 'Next phase, phase before' },
      { keys: 'Enter', does: 'Go on: the next open decision, the first empty figure' },
      { keys: 'n', does: 'Notes; Esc leaves them' },
      { keys: 'p', does: 'Stop the clock, and go on (practice)' },
      { keys: '?', does: 'These keys' },
      { keys: 'Esc', does: 'Leave; the interview stays open' },
    ],
  },
  {
    title: 'Clarify',
    lines: [{ keys: 'a – o', does: 'Ask a question' }],
  },
  {
    title: 'On the board',
    lines: [
      { keys: 'Arrows, Home, End', does: 'Move' },
      { keys: 'Enter', does: 'Open the decision' },
      { keys: '1 – 9', does: 'Choose its option at once' },
      { keys: 'r', does: 'Raise a decision (open level)' },
    ],
  },
  {
    title: 'In a decision',
    lines: [
      { keys: '1 – 9', does: 'The option; after that the facts that decide, up to three' },
      { keys: '0', does: 'Nothing known speaks against the default' },
      { keys: 'a', does: 'State an assumption' },
      { keys: 'l, m, h', does: 'How sure, which ends the decision' },
      { keys: 'Enter, Esc', does: 'End it without saying how sure' },
      { keys: 'Backspace', does: 'Choose another option' },
      { keys: 'i', does: 'What it turns on (practice)' },
    ],
  },
  {
    title: 'Twists and check',
    lines: [
      { keys: '1 – 3', does: 'Answer a pushback with a cost' },
      { keys: 't', does: 'Hear what happens' },
      { keys: 's', does: 'Hand it in' },
    ],
  },
];

/** Every key of the interview. */
export function InterviewHelp({ onClosed }: { onClosed(): void }): ReactNode {
  return (
    <Dialog title="Keys" onClosed={onClosed}>
      {() => (
        <div className="key-lists">
          {lists.map(({ title, lines }) => (
            <KeyTable key={title} title={title} lines={lines} />
          ))}
          <p className="muted">Single keys rest while you type in a field.</p>
        </div>
      )}
    </Dialog>
  );
}
