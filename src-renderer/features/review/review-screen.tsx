import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import { defaultSettings } from '../../../src-shared/domain/default-settings.ts';
import type { Response } from '../../../src-shared/domain/events.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { Session } from '../../../src-shared/ipc/contract.ts';
import { callApi, infoQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { CardPage, focusNumberField } from './card-page.tsx';
import { ReviewDialogs } from './review-dialogs.tsx';
import { ReviewHead } from './review-head.tsx';
import { type Command, type DialogName, readKey } from './review-keys.ts';
import { SessionEnd } from './session-end.tsx';
import { useSession } from './use-session.ts';
import { WaitPage } from './wait-page.tsx';
import { cycleFlag, flagNames } from './wording.ts';

type ReviewScreenProps = {
  session: Session;
  onLeave(): void;
  onStart(session: Session): void;
  /** Edits a card of one's own. */
  onEdit(cardId: CardId): void;
};

/** The review: one card after another until the day, or the extra study, is done. */
export function ReviewScreen({ session, onLeave, onStart, onEdit }: ReviewScreenProps): ReactNode {
  const running = useSession(session);
  const { state, dispatch } = running;
  const { view, busy } = state;
  const { reportProblem, announce, clear } = useNotices();
  const settings = useQuery(infoQuery).data?.settings ?? defaultSettings;
  const hadCards = useRef(false);
  if (view.stage === 'card') hadCards.current = true;
  const [dialog, setDialog] = useState<DialogName | null>(null);

  const reveal = (response: Response | null): void => {
    // What was said about the card before has been read.
    clear();
    dispatch({ type: 'revealed', response });
  };

  const openFile = (): void => {
    if (view.stage !== 'card') return;
    callApi('card:open-source', { cardId: view.card.cardId })
      .then(({ path }) => announce(`Opened ${path}`))
      .catch(reportProblem);
  };

  const annotateFlag = (): void => {
    if (view.stage !== 'card') return;
    const flag = cycleFlag(view.card.flag);
    running.annotate({ kind: 'flag', flag }, { flag }, `Flag: ${flagNames[flag] ?? flag}`);
  };

  const run = (command: Command): void => {
    // Leaving is always possible; everything else waits until the step under way is done.
    if (command.do === 'leave') onLeave();
    else if (!busy) act(command);
  };

  const act = (command: Exclude<Command, { do: 'leave' }>): void => {
    switch (command.do) {
      case 'reveal':
        reveal(null);
        break;
      case 'pick':
        reveal({ kind: 'option', index: command.index });
        break;
      case 'typeNumber':
        focusNumberField();
        break;
      case 'sure':
        dispatch({ type: 'sure', confidence: command.confidence });
        break;
      case 'rate':
        running.rate(command.rating);
        break;
      case 'undo':
      case 'redo':
        running.step(command.do);
        break;
      case 'suspend':
        running.change({ kind: 'suspend', on: true }, 'Suspended. Undo brings it back.');
        break;
      case 'bury':
        running.change({ kind: 'bury' }, 'Buried until tomorrow.');
        break;
      case 'known':
        running.change({ kind: 'known' }, 'Marked as known already.');
        break;
      case 'forget':
        running.change({ kind: 'forget' }, 'Forgotten: the card is new again.');
        break;
      case 'flag':
        annotateFlag();
        break;
      case 'source':
        if (view.stage === 'card' && view.card.deck.own) onEdit(view.card.cardId);
        else openFile();
        break;
      case 'file':
        openFile();
        break;
      case 'dialog':
        setDialog(command.name);
        break;
      case 'ahead':
        running.learnAhead();
        break;
      default:
        assertNever(command);
    }
  };

  useKeys(press => {
    const command = readKey(press, view, settings);
    if (!command) return false;
    run(command);
    // A digit that goes into the number field must still be typed.
    return command.do !== 'typeNumber';
  });

  return (
    <div className="review">
      <ReviewHead view={view} session={session} run={run} />
      {view.stage === 'loading' && <main className="page" aria-busy="true" />}
      {view.stage === 'card' && (
        <CardPage
          key={`${view.card.cardId} ${view.card.surfaceSeed} ${view.shownAtMs}`}
          view={view}
          settings={settings}
          isExtra={session.kind === 'extra'}
          run={run}
          onRespond={reveal}
        />
      )}
      {view.stage === 'wait' && <WaitPage view={view} run={run} onOver={running.refresh} />}
      {view.stage === 'done' && (
        <SessionEnd
          summary={view.summary}
          session={session}
          hadCards={hadCards.current}
          onLeave={onLeave}
          onStart={onStart}
        />
      )}
      {dialog && (
        <ReviewDialogs
          // One dialog leads to another: each is an element of its own, opened when it mounts.
          key={dialog}
          name={dialog}
          view={view}
          settings={settings}
          running={running}
          run={run}
          onClosed={() => setDialog(current => (current === dialog ? null : current))}
        />
      )}
    </div>
  );
}
