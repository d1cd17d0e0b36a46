import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { standingNames } from '../../../src-shared/domain/statistics/ready-words.ts';
import { formatShare } from '../../../src-shared/domain/wording.ts';
import { referenceQuery } from '../../api.ts';
import { Markdown } from '../../components/markdown.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';

type DefaultsScreenProps = {
  /** The one whose page was left, which has focus then. */
  last: string | null;
  onOpen(id: string): void;
};

/** All defaults on one sheet, by topic, each with its sentence and how well it is held. */
export function DefaultsScreen({ last, onOpen }: DefaultsScreenProps): ReactNode {
  const reference = useQuery(referenceQuery);
  const { reportProblem } = useNotices();
  const main = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = reference.data !== undefined;
  useEffect(() => {
    const row = isRead && last !== null ? listRows(main.current).find(one => one.dataset.id === last) : null;
    (row ?? heading.current)?.focus();
    row?.scrollIntoView({ block: 'center' });
  }, [isRead, last]);
  useEffect(() => {
    if (reference.error) reportProblem(reference.error);
  }, [reference.error, reportProblem]);
  useKeys(({ key, focus, ctrl, alt }) => {
    if (ctrl || alt || focus === 'field') return false;
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
    return step !== undefined && moveFocus(main.current, step);
  });

  const topics = reference.data?.topics ?? [];
  return (
    <main ref={main} className="page defaults" aria-busy={reference.isPending}>
      <h1 ref={heading} tabIndex={-1}>
        Defaults
      </h1>
      <p className="reading">
        What to say unless the problem says otherwise. Cards, interviews and scores all grow from these.
      </p>
      {topics.map(({ topic, title, defaults }) => (
        <section key={topic} aria-labelledby={`defaults-${topic}`}>
          <h2 id={`defaults-${topic}`} className="section-title">
            {title}
          </h2>
          <ul className="default-list">
            {defaults.map(({ id, name, default: says, mastery: { recall, standing } }) => (
              <li key={id} className="default-line">
                <button type="button" className="default-open" data-id={id} onClick={() => onOpen(id)}>
                  {name}
                </button>
                <p className="default-says">
                  <Markdown inline>{says}</Markdown>
                </p>
                <p className={`default-held held-${standing}`}>
                  {recall === null ? '–' : formatShare(recall)}
                  <span className="default-standing"> {standingNames[standing]}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function listRows(main: HTMLElement | null): HTMLElement[] {
  return [...(main?.querySelectorAll<HTMLElement>('.default-open') ?? [])];
}

/** Moves focus by so many rows, from the first one where none has it. */
function moveFocus(main: HTMLElement | null, step: number): boolean {
  const rows = listRows(main);
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at < 0 ? 0 : at + step];
  next?.focus();
  return next !== undefined;
}
