import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { formatShare } from '../../../src-shared/domain/wording.ts';
import type { DefaultPage } from '../../../src-shared/ipc/reference-contract.ts';
import { defaultQuery, referenceQuery } from '../../api.ts';
import { FigureTable } from '../../components/figure-table.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { MarginRow } from '../../components/margin-row.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { formatDay, formatPoints } from '../mock/wording.ts';
import { describeMastery, describeUntaken } from './wording.ts';

type DefaultScreenProps = {
  id: string;
  onOpen(id: string): void;
  onList(): void;
  onReport(attemptId: string): void;
  onShowMocks(): void;
  onShowCards(): void;
};

/** One default: what to say, when to leave it, what it costs, its figures, and what the person has done with it. */
export function DefaultScreen(props: DefaultScreenProps): ReactNode {
  const { id, onOpen, onList, onReport, onShowMocks, onShowCards } = props;
  const page = useQuery(defaultQuery(id));
  const all = useQuery(referenceQuery).data?.topics.flatMap(({ defaults }) => defaults) ?? [];
  const { reportProblem } = useNotices();
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = page.data !== undefined;
  useEffect(() => {
    if (isRead) heading.current?.focus();
  }, [isRead]);
  useEffect(() => {
    if (page.error) reportProblem(page.error);
  }, [page.error, reportProblem]);

  const place = all.findIndex(one => one.id === id);
  const before = all[place - 1];
  const after = place < 0 ? undefined : all[place + 1];
  useKeys(({ key, focus, ctrl, alt }) => {
    if (ctrl || alt || focus === 'field') return false;
    const to = { ArrowLeft: before, k: before, ArrowRight: after, j: after }[key];
    if (to) onOpen(to.id);
    return to !== undefined;
  });

  if (!page.data) return <main className="page" aria-busy="true" />;
  const { default: one, mastery, cards, taken, untaken } = page.data;
  return (
    <>
      <main className="page default-page" aria-busy="false">
        <header>
          <h1 ref={heading} tabIndex={-1}>
            {one.name}
          </h1>
          <p className="muted">{describeMastery(mastery)}</p>
        </header>
        <MarginRow label="By default">
          <Markdown>{one.default}</Markdown>
        </MarginRow>
        <MarginRow label="Unless">
          <Markdown>{one.exception}</Markdown>
        </MarginRow>
        <MarginRow label="Cost">
          <Markdown>{one.cost}</Markdown>
        </MarginRow>
        {one.figures.length > 0 && (
          <MarginRow label="Figures">
            <FigureTable figures={one.figures} />
          </MarginRow>
        )}
        <MarginRow label="Interviews">
          <Interviews taken={taken} untaken={untaken} onReport={onReport} onShowMocks={onShowMocks} />
        </MarginRow>
        <MarginRow label="Cards">
          <Cards cards={cards} />
          <p>
            <button type="button" className="button-link" onClick={onShowCards}>
              Show them in the list of cards
            </button>
          </p>
        </MarginRow>
      </main>
      <footer className="foot">
        <div className="button-row">
          <button type="button" className="button" onClick={onList}>
            All defaults
            <KeyHint>Esc</KeyHint>
          </button>
          {before && (
            <button type="button" className="button" onClick={() => onOpen(before.id)}>
              {before.name}
              <KeyHint>←</KeyHint>
            </button>
          )}
          {after && (
            <button type="button" className="button" onClick={() => onOpen(after.id)}>
              {after.name}
              <KeyHint>→</KeyHint>
            </button>
          )}
        </div>
      </footer>
    </>
  );
}

type InterviewsProps = Pick<DefaultPage, 'taken' | 'untaken'> &
  Pick<DefaultScreenProps, 'onReport' | 'onShowMocks'>;

function Interviews({ taken, untaken, onReport, onShowMocks }: InterviewsProps): ReactNode {
  const left = describeUntaken({ taken, untaken });
  return (
    <>
      {taken.length > 0 && (
        <ul className="default-interviews">
          {taken.map(({ attemptId, title, date, total }) => (
            <li key={attemptId}>
              <button type="button" className="button-link" onClick={() => onReport(attemptId)}>
                {title}
              </button>
              <span className="muted">{` ${formatDay(date)}, ${formatPoints(total)}`}</span>
            </li>
          ))}
        </ul>
      )}
      {left && (
        <p>
          {left}{' '}
          <button type="button" className="button-link" onClick={onShowMocks}>
            Take one
          </button>
        </p>
      )}
      {taken.length === 0 && !left && <p>None of the interviews turns on it.</p>}
    </>
  );
}

function Cards({ cards }: Pick<DefaultPage, 'cards'>): ReactNode {
  if (cards.length === 0) return <p>None in your decks.</p>;
  return (
    <ul className="default-cards">
      {cards.map(({ cardId, title, recall, suspended }) => (
        <li key={cardId}>
          <span>{title}</span>
          <span className="muted">
            {suspended ? 'suspended' : recall === null ? 'new' : `${formatShare(recall)} now`}
          </span>
        </li>
      ))}
    </ul>
  );
}
