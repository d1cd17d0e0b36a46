import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { Session, Today } from '../../../src-shared/ipc/contract.ts';
import { decksQuery, infoQuery, todayQuery } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { PlanLine } from '../plan/plan-line.tsx';
import { useHistoryStep } from '../review/use-history-step.ts';
import { FirstEvening } from '../round/round-offers.tsx';
import { ExtraStudy } from './extra-study.tsx';
import { TopicTable } from './topic-table.tsx';
import { Welcome } from './welcome.tsx';
import {
  countLeft,
  describeBacklog,
  describeEstimate,
  describeStreak,
  describeWork,
  formatDate,
  listWork,
  readTodayKey,
} from './wording.ts';

type TodayScreenProps = {
  onStart(session: Session): void;
  onRound(roundId: string): void;
  onShowDecks(): void;
};

/** The first screen: what is due today, and one large button to begin. */
export function TodayScreen({ onStart, onRound, onShowDecks }: TodayScreenProps): ReactNode {
  const today = useQuery(todayQuery);
  const faults = useQuery(decksQuery).data?.faults ?? [];
  const { reportProblem } = useNotices();
  const settings = useQuery(infoQuery).data?.settings;
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = today.data !== undefined && settings !== undefined;

  useEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true });
  }, [isRead]);
  useEffect(() => {
    if (today.error) reportProblem(today.error);
  }, [today.error, reportProblem]);

  const start = (): void => onStart({ kind: 'today' });
  const step = useHistoryStep();
  const welcome = useRef<HTMLFormElement>(null);

  useKeys(press => {
    const command = readTodayKey(press);
    if (command === null || !today.data) return false;
    if (command !== 'start') step(command);
    // The one thing that the first screen asks for.
    else if (welcome.current) welcome.current.requestSubmit();
    else if (countLeft(today.data) > 0) start();
    return true;
  });

  if (!today.data || !settings) return <main className="page" aria-busy="true" />;
  const { date, topics, history } = today.data;
  const streak = describeStreak(today.data);
  /** Nothing was said or done yet. */
  const isFirst = settings.experience === null && !today.data.begun && !today.data.diagnosed;
  return (
    <main className="page today">
      <h1 ref={heading} tabIndex={-1} className="date">
        {formatDate(date)}
      </h1>
      {isFirst && <Welcome form={welcome} settings={settings} onRound={onRound} />}
      <Work today={today.data} reviewsPerDay={settings.reviewsPerDay} isFirst={isFirst} onStart={start} />
      {!isFirst && !today.data.diagnosed && <FirstEvening onRound={onRound} />}
      {countLeft(today.data) > 0 ? (
        <section aria-labelledby="topics-title">
          <h2 id="topics-title" className="section-title">
            By topic
          </h2>
          <TopicTable topics={topics} />
        </section>
      ) : (
        <ExtraStudy topics={topics} onStart={onStart} />
      )}
      <div className="today-foot">
        {faults.length > 0 && (
          <p>
            <button type="button" className="button-link" onClick={onShowDecks}>
              {countOf(faults.length, 'problem')} in your decks
            </button>
          </p>
        )}
        {streak && <p>{streak}</p>}
        <HistoryLine history={history} step={step} />
      </div>
    </main>
  );
}

type WorkProps = { today: Today; reviewsPerDay: number; isFirst: boolean; onStart(): void };

function Work({ today, reviewsPerDay, isFirst, onStart }: WorkProps): ReactNode {
  const left = countLeft(today);
  return (
    <section aria-label="Today’s work" className={isFirst ? 'work work-second' : 'work'}>
      <p className="work-line">
        {isFirst ? `Or begin with cards: ${describeWork(today)}` : describeWork(today)}
      </p>
      <p className="work-estimate">
        {left > 0 ? describeEstimate(today) : `Tomorrow: ${listWork(today.tomorrow) ?? 'nothing is due'}.`}
      </p>
      {today.backlog && <p className="work-estimate">{describeBacklog(today.backlog, reviewsPerDay)}</p>}
      <PlanLine />
      {left > 0 && (
        <button type="button" className={isFirst ? 'button' : 'button button-start'} onClick={onStart}>
          {today.answeredToday > 0 ? 'Continue' : 'Start'}
          {!isFirst && <KeyHint>Enter</KeyHint>}
        </button>
      )}
    </section>
  );
}

type HistoryLineProps = { history: Today['history']; step(direction: 'undo' | 'redo'): void };

/** What can be taken back or done again, in words. */
function HistoryLine({ history, step }: HistoryLineProps): ReactNode {
  return (
    <>
      {history.undo && (
        <p>
          <button type="button" className="button-link" onClick={() => step('undo')}>
            Undo
          </button>{' '}
          <span className="muted">{history.undo}</span>
        </p>
      )}
      {history.redo && (
        <p>
          <button type="button" className="button-link" onClick={() => step('redo')}>
            Redo
          </button>{' '}
          <span className="muted">{history.redo}</span>
        </p>
      )}
    </>
  );
}
