import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { CardView } from '../../../src-shared/domain/card-view.ts';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { type Command, keyed } from './review-keys.ts';
import { cycleFlag, flagNames } from './wording.ts';

type Entry = { name: string; detail: string; key?: string; command: Command };

type CardMenuProps = {
  card: CardView;
  keys: Settings['commandKeys'];
  run(command: Command): void;
  close(): void;
};

/** What can be done with the card on screen. Arrow keys move, a letter acts at once. */
export function CardMenu({ card, keys, run, close }: CardMenuProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const entries = listEntries(card, keys);

  const choose = (command: Command): void => {
    close();
    run(command);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.repeat && event.key === 'Enter') event.preventDefault();
    if (event.repeat && event.key.length === 1) return;
    const entry = entries.find(({ key }) => key === event.key);
    if (entry && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      choose(entry.command);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !list.current) return;
    event.preventDefault();
    const buttons = [...list.current.querySelectorAll('button')];
    const place = buttons.findIndex(button => button.matches(':focus'));
    buttons[(place + step + buttons.length) % buttons.length]?.focus();
  };

  return (
    <ul ref={list} className="menu" onKeyDown={onKeyDown}>
      {entries.map(({ name, detail, key, command }) => (
        <li key={name}>
          <button
            type="button"
            className="menu-entry"
            // One entry is lit: the one that Enter would take. A pointer that merely rests there lights none.
            onPointerMove={event => event.currentTarget.focus()}
            onClick={() => choose(command)}
          >
            <span className="menu-name">{name}</span> <span className="menu-detail">{detail}</span>
            {key && <KeyHint>{key}</KeyHint>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function listEntries(card: CardView, keys: Settings['commandKeys']): Entry[] {
  const known: Entry = {
    name: 'I know this already',
    detail: 'skips its first steps',
    key: keys.known,
    command: keyed.known,
  };
  return [
    ...(card.phase === 'new' ? [known] : []),
    { name: 'Bury', detail: 'until tomorrow', key: keys.bury, command: keyed.bury },
    { name: 'Suspend', detail: 'until you bring it back', key: keys.suspend, command: keyed.suspend },
    { name: 'Set due date…', detail: 'a day of your choice', command: { do: 'dialog', name: 'due' } },
    { name: 'Forget', detail: 'makes it a new card again', command: { do: 'forget' } },
    { name: 'Flag', detail: describeFlag(card.flag), key: keys.flag, command: keyed.flag },
    { name: 'Tag…', detail: card.tags.join(', '), command: { do: 'dialog', name: 'tag' } },
    { name: 'Note…', detail: 'shown on the back', key: keys.note, command: keyed.note },
    ...listSources(card, keys),
    {
      name: 'Report a wrong fact…',
      detail: 'writes a file to send',
      key: keys.report,
      command: keyed.report,
    },
  ];
}

function listSources({ deck }: CardView, keys: Settings['commandKeys']): Entry[] {
  const file = { name: 'Open its source', detail: 'the deck’s file' };
  if (!deck.own) return [{ ...file, key: keys.source, command: keyed.source }];
  const edit = { name: 'Edit…', detail: 'a card of your own', key: keys.source, command: keyed.source };
  return [edit, { ...file, command: { do: 'file' } }];
}

function describeFlag(flag: number): string {
  return `${flagNames[flag] ?? flag}, next: ${flagNames[cycleFlag(flag)]}`;
}
