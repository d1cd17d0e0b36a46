import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { type Entry, findEntries } from './find.ts';
import { useCardEntries } from './use-card-entries.ts';

type PaletteProps = { entries: readonly Entry[]; showCard(cardId: string): void; onClosed(): void };

/** Everything by name: a few letters, and Enter leads there. */
export function Palette({ entries, showCard, onClosed }: PaletteProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const named = findEntries(entries, typed);
  // Cards come last and a moment later: what was found before stays where it is.
  const found = [...named, ...useCardEntries(typed, showCard)];
  const chosen = found[Math.min(at, found.length - 1)];
  const nameOption = (entry: Entry): string => `${listId}-${entry.id}`;
  return (
    <Dialog title="Go to" onClosed={onClosed}>
      {close => {
        const run = (entry: Entry | undefined): void => {
          if (!entry) return;
          close();
          entry.run();
        };
        const onKeyDown = (event: KeyboardEvent): void => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(chosen);
          else if (step !== undefined)
            setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
          else return;
          event.preventDefault();
        };
        return (
          <div className="palette">
            <input
              type="text"
              role="combobox"
              aria-label="Screen, card, default, interview or command"
              aria-expanded={found.length > 0}
              aria-controls={listId}
              aria-activedescendant={chosen ? nameOption(chosen) : undefined}
              aria-autocomplete="list"
              autoComplete="off"
              value={typed}
              onChange={event => {
                setTyped(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
            <div id={listId} role="listbox" aria-label="Found" className="palette-list">
              {found.map(entry => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
                <div
                  key={entry.id}
                  id={nameOption(entry)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={entry === chosen}
                  className="palette-entry"
                  onClick={() => run(entry)}
                >
                  <span>{entry.name}</span>
                  <span className="muted">
                    {entry.kind}
                    {entry.key && <KeyHint>{entry.key}</KeyHint>}
                  </span>
                </div>
              ))}
            </div>
            <p role="status" className={found.length === 0 ? 'palette-none' : 'visually-hidden'}>
              {found.length === 0 ? 'Nothing of that name.' : `${found.length} found.`}
            </p>
          </div>
        );
      }}
    </Dialog>
  );
}
