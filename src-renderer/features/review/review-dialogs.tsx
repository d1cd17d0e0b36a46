import type { ReactNode } from 'react';
import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { callApi } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useNotices } from '../../components/notices.tsx';
import { CardMenu } from './card-menu.tsx';
import { KeyList } from './key-list.tsx';
import type { Command, DialogName } from './review-keys.ts';
import type { Stage } from './session-state.ts';
import { TextForm } from './text-form.tsx';
import type { RunningSession } from './use-session.ts';

type ReviewDialogsProps = {
  name: DialogName;
  view: Stage;
  settings: Settings;
  running: RunningSession;
  run(command: Command): void;
  onClosed(): void;
};

/** The dialog that is open over the review. */
export function ReviewDialogs({
  name,
  view,
  settings,
  running,
  run,
  onClosed,
}: ReviewDialogsProps): ReactNode {
  const { reportProblem, announce } = useNotices();
  if (name === 'help') {
    return (
      <Dialog title="Keys" onClosed={onClosed}>
        {() => <KeyList settings={settings} />}
      </Dialog>
    );
  }
  if (view.stage !== 'card') return null;
  const { card } = view;

  const report = (text: string): void => {
    callApi('card:report', { cardId: card.cardId, text })
      .then(({ path }) =>
        announce(`The report was written to ${path}. Send that file to the deck's authors.`),
      )
      .catch(reportProblem);
  };
  const addTag = (tag: string): void => {
    const tags = card.tags.includes(tag) ? card.tags : [...card.tags, tag];
    running.annotate({ kind: 'tag', tag, on: true }, { tags }, `Tagged ${tag}.`);
  };
  const setDue = (text: string): void => {
    const inDays = Number(text);
    running.change({ kind: 'setDue', inDays }, describeDue(inDays));
  };

  switch (name) {
    case 'menu':
      return (
        <Dialog title="This card" onClosed={onClosed}>
          {close => <CardMenu card={card} keys={settings.commandKeys} run={run} close={close} />}
        </Dialog>
      );
    case 'note':
      return (
        <Dialog title="Your note on this card" onClosed={onClosed}>
          {close => (
            <TextForm
              label="Note, shown on the back. Markdown works."
              start={card.note}
              lines={6}
              longest={10_000}
              action="Keep note"
              mayBeEmpty
              onSubmit={text =>
                running.annotate(
                  { kind: 'note', text },
                  { note: text },
                  text ? 'Note kept.' : 'Note removed.',
                )
              }
              close={close}
            />
          )}
        </Dialog>
      );
    case 'report':
      return (
        <Dialog title="Report a wrong fact" onClosed={onClosed}>
          {close => (
            <TextForm
              label="What is wrong, and how do you know? It is written to a file that you can send."
              lines={5}
              longest={5000}
              action="Write report"
              onSubmit={report}
              close={close}
            />
          )}
        </Dialog>
      );
    case 'due':
      return (
        <Dialog title="Set the due date" onClosed={onClosed}>
          {close => (
            <TextForm
              label="Days from today, 0 to 3650"
              start="1"
              longest={4}
              accepts={text => /^\d+$/.test(text) && Number(text) <= 3650}
              refusal="Write a whole number of days from 0 to 3650."
              action="Set due"
              onSubmit={setDue}
              close={close}
            />
          )}
        </Dialog>
      );
    case 'tag':
      return (
        <Dialog title="Tag this card" onClosed={onClosed}>
          {close => <TextForm label="Tag" longest={60} action="Add tag" onSubmit={addTag} close={close} />}
        </Dialog>
      );
    default:
      return assertNever(name);
  }
}

function describeDue(inDays: number): string {
  if (inDays === 0) return 'Due today.';
  return inDays === 1 ? 'Due tomorrow.' : `Due in ${inDays} days.`;
}
