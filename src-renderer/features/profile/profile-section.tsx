import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import { type ProfileCopy, resetWord } from '../../../src-shared/ipc/profile-contract.ts';
import { callApi } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useNotices } from '../../components/notices.tsx';
import { TextForm } from '../review/text-form.tsx';

/** Where everything lies, another such folder, a copy of it, and a new beginning in it. */
export function ProfileSection({ folder }: { folder: string }): ReactNode {
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();
  const [isBusy, setBusy] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [copy, setCopy] = useState<ProfileCopy | null>(null);

  // A button that were disabled meanwhile would lose its focus.
  const run = (work: () => Promise<unknown>): void => {
    if (isBusy) return;
    setBusy(true);
    work()
      .catch(reportProblem)
      .finally(() => setBusy(false));
  };
  const openAnother = () => callApi('profile:open-another', {});
  const copyTo = async (): Promise<void> => setCopy((await callApi('profile:copy', {})).copy);
  const openCopy = () => callApi('profile:open-copy', {});
  const startOver = async (): Promise<void> => {
    try {
      await callApi('profile:reset', { word: resetWord });
      announce(
        'Everything begins anew. The newest of the backups is what was there: Restore brings it back.',
      );
    } finally {
      await queries.invalidateQueries();
    }
  };

  return (
    <section aria-labelledby="profile-title" aria-busy={isBusy} className="profile">
      <h2 id="profile-title" tabIndex={-1} className="section-title">
        Profile folder
      </h2>
      <p className="setting-says">Everything that Baseline keeps lies in one folder, and nowhere else.</p>
      <p className="path">{folder}</p>
      <div className="button-row">
        <button
          type="button"
          className="button"
          onClick={() => callApi('profile:open-folder', {}).catch(reportProblem)}
        >
          Open my data’s folder
        </button>
        <button type="button" className="button" onClick={() => run(openAnother)}>
          Open another…
        </button>
        <button type="button" className="button" onClick={() => run(copyTo)}>
          Copy to…
        </button>
        <button type="button" className="button" onClick={() => setAsked(true)}>
          Start over…
        </button>
      </div>
      <p className="setting-says">
        Another folder is another profile, with progress, settings and decks of its own; Baseline starts again
        on it. The next usual start opens the usual folder again, unless <code>--profile</code> names another.
      </p>
      {isAsked && (
        <Dialog title="Start over?" onClosed={() => setAsked(false)}>
          {close => (
            <>
              <div className="profile-asked">
                <p>
                  All progress, every interview and all settings go back to the beginning. Your decks,
                  pictures and backups stay.
                </p>
                <p>
                  A backup is made first. To come back, choose <strong>Restore</strong> beside it under
                  Backups.
                </p>
              </div>
              <TextForm
                label={`Type “${resetWord}” to go on`}
                longest={20}
                accepts={text => text === resetWord}
                refusal={`Type “${resetWord}”, or close this: nothing was changed.`}
                action="Start over"
                onSubmit={() => run(startOver)}
                close={close}
              />
            </>
          )}
        </Dialog>
      )}
      {copy && (
        <Dialog title="The copy is whole" onClosed={() => setCopy(null)}>
          {close => (
            <div className="text-form">
              <p>
                {countOf(copy.files, 'file')} copied, and each compared with its original. This profile stays
                where it is, and from here on the two go their own ways; an export brings what was done in one
                into the other.
              </p>
              <p className="path">{copy.folder}</p>
              <button
                type="button"
                className="button button-main"
                onClick={() => {
                  close();
                  run(openCopy);
                }}
              >
                Open the copy
              </button>
            </div>
          )}
        </Dialog>
      )}
    </section>
  );
}
