import '../../styles/cards.css';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import { type CardLine, type CardsChange, cardOrders } from '../../../src-shared/ipc/cards-contract.ts';
import { callApi } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { TextForm } from '../review/text-form.tsx';
import { useHistoryStep } from '../review/use-history-step.ts';
import { CardList } from './card-list.tsx';
import { CardPreview } from './card-preview.tsx';
import { type Sorting, useCards } from './use-cards.ts';
import { useSelection } from './use-selection.ts';
import { describeChange, orderNames, searchTerms } from './wording.ts';

type Open = { name: 'preview'; card: CardLine } | { name: 'tag' | 'due' | 'terms' };

type CardsScreenProps = {
  first?: string;
  /** Edits a card of one's own; `search` leads back here. */
  onEdit(cardId: CardLine['cardId'], search: string): void;
  /** Writes a new one, in a deck of one's own. */
  onNew(): void;
};

/** Every card: found by a search, chosen one by one or all at once, and changed in one step that undo takes back. */
export function CardsScreen({ first = '', onEdit, onNew }: CardsScreenProps): ReactNode {
  const [search, setSearch] = useState(first);
  const [sorting, setSorting] = useState<Sorting>({ order: 'deck', descending: false });
  const [sight, setSight] = useState({ from: 0, to: 50 });
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState<Open | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();
  // The field follows each key at once; the list may come a moment later.
  const looked = useDeferredValue(search);
  const found = useCards(looked, sorting, sight.from, sight.to);
  const selection = useSelection(looked, sorting, found);
  const onSight = useCallback((from: number, to: number) => setSight({ from, to }), []);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (found.error) reportProblem(found.error);
  }, [found.error, reportProblem]);

  const look = (text: string): void => {
    setSearch(text);
    setActive(0);
    selection.clear();
    list.current?.scrollTo({ top: 0 });
  };
  /** What an action works on: the rows chosen, else the one that is active. */
  const target = found.isStale ? undefined : found.at(Math.min(active, found.count - 1));
  const change = (what: CardsChange): void => {
    const on = selection.target(target?.cardId ?? null);
    if (on === null) return;
    callApi('cards:change', { on, change: what })
      .then(({ changed }) => announce(describeChange(what, changed)))
      .catch(reportProblem)
      .finally(() => queries.invalidateQueries());
  };
  const step = useHistoryStep();
  const suspend = (): void => change({ kind: 'suspend', on: !target?.suspended });
  useKeys(({ key, focus, ctrl, alt, shift, repeat }) => {
    if (alt || repeat) return false;
    if ((key === '/' && focus !== 'field') || (ctrl && key.toLowerCase() === 'f')) {
      field.current?.select();
      return true;
    }
    if (focus === 'field') {
      if (key !== 'ArrowDown' && key !== 'Enter') return false;
      list.current?.focus();
      return true;
    }
    if (ctrl) {
      if (key.toLowerCase() !== 'z') return false;
      step(shift ? 'redo' : 'undo');
      return true;
    }
    if (key === 's') suspend();
    else if (/^[0-4]$/.test(key)) change({ kind: 'flag', flag: Number(key) });
    else if (key === 't' && target) setOpen({ name: 'tag' });
    else if (key === 'd' && target) setOpen({ name: 'due' });
    else if (key === 'r') change({ kind: 'forget' });
    else if (key === 'e' && target?.own) onEdit(target.cardId, search);
    else if (key === 'n') onNew();
    else if (key === 'u') step('undo');
    else if (key === '?') setOpen({ name: 'terms' });
    else return false;
    return true;
  });

  return (
    <main className="page page-wide cards" aria-busy={found.isPending}>
      <h1 className="visually-hidden">Cards</h1>
      <div className="cards-head">
        <input
          ref={field}
          type="search"
          className="cards-search"
          aria-label="Search cards"
          placeholder="Search, or is:due, tag:hard, prop:lapses>3"
          value={search}
          maxLength={1000}
          onChange={event => look(event.target.value)}
        />
        <label>
          <span className="visually-hidden">Sort by</span>
          <select
            value={sorting.order}
            onChange={event => {
              const order = cardOrders.find(one => one === event.target.value) ?? 'deck';
              setSorting({ ...sorting, order });
            }}
          >
            {cardOrders.map(order => (
              <option key={order} value={order}>
                {orderNames[order]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          aria-pressed={sorting.descending}
          onClick={() => setSorting({ ...sorting, descending: !sorting.descending })}
        >
          Reversed
        </button>
        <button type="button" className="button" onClick={() => setOpen({ name: 'terms' })}>
          Search terms <KeyHint>?</KeyHint>
        </button>
        <button type="button" className="button" onClick={onNew}>
          New card… <KeyHint>n</KeyHint>
        </button>
      </div>
      <p role="status" className={found.problem ? 'field-fault' : 'cards-count'}>
        {found.problem ??
          `${countOf(found.count, 'card')}${selection.count > 0 ? `, ${selection.count} chosen` : ''}`}
      </p>
      {found.isEmpty ? (
        !found.problem && (
          <p className="cards-none">No card is like that. “Search terms” lists what can be looked for.</p>
        )
      ) : (
        <p className="cards-row cards-columns" aria-hidden="true">
          <span>Card</span>
          <span className="cards-deck">Deck</span>
          <span>State</span>
          <span>Due</span>
          <span className="cards-figure">Stability</span>
          <span className="cards-figure">Lapses</span>
        </p>
      )}
      <CardList
        found={found}
        list={list}
        active={Math.min(active, Math.max(0, found.count - 1))}
        selection={selection}
        onActive={setActive}
        onOpen={card => setOpen({ name: 'preview', card })}
        onSight={onSight}
      />
      <div className="cards-actions button-row">
        <button type="button" className="button" disabled={!target} onClick={suspend}>
          {target?.suspended ? 'Bring back' : 'Suspend'} <KeyHint>s</KeyHint>
        </button>
        <button type="button" className="button" disabled={!target} onClick={() => setOpen({ name: 'tag' })}>
          Tag… <KeyHint>t</KeyHint>
        </button>
        <button
          type="button"
          className="button"
          disabled={!target}
          onClick={() => change({ kind: 'flag', flag: 1 })}
        >
          Flag <KeyHint>1–4</KeyHint>
        </button>
        <button type="button" className="button" disabled={!target} onClick={() => setOpen({ name: 'due' })}>
          Set due… <KeyHint>d</KeyHint>
        </button>
        <button
          type="button"
          className="button"
          disabled={!target}
          onClick={() => change({ kind: 'forget' })}
        >
          Make new again <KeyHint>r</KeyHint>
        </button>
        <button
          type="button"
          className="button"
          disabled={!target?.own}
          onClick={() => target && onEdit(target.cardId, search)}
        >
          Edit <KeyHint>e</KeyHint>
        </button>
        <button type="button" className="button button-quiet" onClick={() => step('undo')}>
          Undo <KeyHint>u</KeyHint>
        </button>
      </div>
      {open?.name === 'preview' && (
        <Dialog title={open.card.title} onClosed={() => setOpen(null)}>
          {() => <CardPreview card={open.card} />}
        </Dialog>
      )}
      {open?.name === 'tag' && (
        <Dialog title="Tag" onClosed={() => setOpen(null)}>
          {close => (
            <TextForm
              label="Tag; begin with - to take one off"
              longest={60}
              action="Tag"
              onSubmit={text =>
                change(
                  text.startsWith('-')
                    ? { kind: 'tag', tag: text.slice(1).trim(), on: false }
                    : { kind: 'tag', tag: text, on: true },
                )
              }
              close={close}
            />
          )}
        </Dialog>
      )}
      {open?.name === 'due' && (
        <Dialog title="Set due" onClosed={() => setOpen(null)}>
          {close => (
            <TextForm
              label="In how many days? 0 is today."
              longest={4}
              accepts={text => /^\d{1,4}$/.test(text) && Number(text) <= 3650}
              refusal="Write a number of days up to 3650."
              action="Set due"
              onSubmit={text => change({ kind: 'setDue', inDays: Number(text) })}
              close={close}
            />
          )}
        </Dialog>
      )}
      {open?.name === 'terms' && (
        <Dialog title="Search terms" onClosed={() => setOpen(null)}>
          {() => (
            <div className="key-lists">
              <table className="key-table">
                <caption className="visually-hidden">Search terms</caption>
                <tbody>
                  {searchTerms.map(([term, says]) => (
                    <tr key={term}>
                      <th scope="row">
                        <code>{term}</code>
                      </th>
                      <td>{says}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p>
                In the list: arrows move, Shift with them chooses on, Space chooses one, Ctrl A all, Enter
                opens the card. / leads back to the search.
              </p>
            </div>
          )}
        </Dialog>
      )}
    </main>
  );
}
