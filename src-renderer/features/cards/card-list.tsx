import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { CardLine } from '../../../src-shared/ipc/cards-contract.ts';
import type { FoundCards } from './use-cards.ts';
import type { Selection } from './use-selection.ts';
import { describeDue, describeStability, describeState, nameFlag } from './wording.ts';

const rowHeight = 34;
const rowsBeyond = 12;

type CardListProps = {
  found: FoundCards;
  list: RefObject<HTMLDivElement | null>;
  active: number;
  selection: Selection;
  onActive(index: number): void;
  onOpen(card: CardLine): void;
  /** The rows that are in sight, to be read. */
  onSight(from: number, to: number): void;
};

/** All cards found, of which only the rows in sight are drawn. */
export function CardList(props: CardListProps): ReactNode {
  const { found, list, active, selection, onActive, onOpen, onSight } = props;
  const [anchor, setAnchor] = useState(0);
  const rows = useVirtualizer({
    count: found.count,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: rowsBeyond,
  });
  const items = rows.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onSight(from, to), [from, to, onSight]);
  const toggle = (index: number): void => {
    const card = found.at(index);
    if (!card) return;
    setAnchor(index);
    selection.toggle(card.cardId);
  };
  const goTo = (index: number, extend: boolean): void => {
    const target = Math.max(0, Math.min(found.count - 1, index));
    onActive(target);
    rows.scrollToIndex(target);
    if (!extend) {
      setAnchor(target);
      return;
    }
    selection.range(Math.min(anchor, target), Math.max(anchor, target));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || ((event.ctrlKey || event.metaKey) && event.key !== 'a')) return;
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      j: 1,
      ArrowUp: -1,
      k: -1,
      PageDown: page,
      PageUp: -page,
    };
    const step = steps[event.key];
    const opened = found.at(active);
    if (step !== undefined) goTo(active + step, event.shiftKey);
    else if (event.key === 'Home') goTo(0, event.shiftKey);
    else if (event.key === 'End') goTo(found.count - 1, event.shiftKey);
    else if (event.key === ' ' || event.key === 'x') toggle(active);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) selection.all();
    else if (event.key === 'Enter' && opened) onOpen(opened);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-multiselectable="true"
      aria-label="Cards"
      aria-activedescendant={
        active >= from && active <= to && items.length > 0 ? `card-row-${active}` : undefined
      }
      tabIndex={0}
      className="cards-list"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const card = found.at(index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
            <div
              key={index}
              id={`card-row-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={card !== undefined && selection.has(card.cardId)}
              aria-posinset={index + 1}
              aria-setsize={found.count}
              data-active={index === active || undefined}
              className="cards-row"
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              onClick={event => {
                onActive(index);
                if (event.shiftKey) goTo(index, true);
                else if (event.ctrlKey || event.metaKey) toggle(index);
                else if (card) {
                  setAnchor(index);
                  selection.only(card.cardId);
                }
              }}
              onDoubleClick={() => card && onOpen(card)}
            >
              {card ? <Row card={card} /> : <span className="muted">…</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row({ card }: { card: CardLine }): ReactNode {
  return (
    <>
      <span className="cards-title">
        {card.title}
        {card.tags.length > 0 && <span className="muted"> · {card.tags.join(', ')}</span>}
      </span>
      <span className="cards-deck muted">{card.deck}</span>
      <span className={card.flag > 0 ? `flag flag-${card.flag}` : undefined}>
        {describeState(card)}
        {card.flag > 0 && <span className="visually-hidden">, flag {nameFlag(card.flag)}</span>}
      </span>
      <span>
        <span className="visually-hidden">due </span>
        {describeDue(card)}
      </span>
      <span className="cards-figure">
        <span className="visually-hidden">stability </span>
        {describeStability(card)}
      </span>
      <span className="cards-figure">
        {card.lapses}
        <span className="visually-hidden"> lapses</span>
      </span>
    </>
  );
}
