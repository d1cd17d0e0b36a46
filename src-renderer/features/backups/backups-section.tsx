import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formatBytes } from '../../../src-shared/domain/wording.ts';
import type { BackupLine } from '../../../src-shared/ipc/backup-contract.ts';
import { backupsQuery, callApi } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useNotices } from '../../components/notices.tsx';
import { describeHolds, nameMoment, reasonNames } from './wording.ts';

/** How many are listed before the rest is asked for. */
const listedFirst = 5;

/** The backups there are, one more by hand, and the way back to one. */
export function BackupsSection(): ReactNode {
  const backups = useQuery(backupsQuery);
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();
  const [asked, setAsked] = useState<BackupLine | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (backups.error) reportProblem(backups.error);
  }, [backups.error, reportProblem]);

  useEffect(
    () => window.baseline.on('backups:made', () => void queries.invalidateQueries({ queryKey: ['backups'] })),
    [queries],
  );

  const run = (work: Promise<unknown>, said: string): void => {
    setBusy(true);
    work
      .then(() => announce(said))
      .catch(reportProblem)
      .finally(() => {
        setBusy(false);
        void queries.invalidateQueries();
      });
  };
  const create = (): void => run(callApi('backups:create', {}), 'Backed up.');
  const restore = (backup: BackupLine): void => {
    // The line that was chosen is gone with the list.
    heading.current?.focus();
    run(
      callApi('backups:restore', { name: backup.name }),
      `Everything is as on ${nameMoment(backup)}. What was there before stands in the list.`,
    );
  };

  const { backups: all = [], unreadable = [], fault = null, folder = '' } = backups.data ?? {};
  const listed = isWhole ? all : all.slice(0, listedFirst);
  return (
    <section aria-labelledby="backups-title" aria-busy={isBusy} className="backups">
      <h2 ref={heading} id="backups-title" tabIndex={-1} className="section-title">
        Backups
      </h2>
      <p className="setting-says">
        Made by itself at the start and after half an hour of changes, and checked: your progress, your own
        decks and pictures. All of the last two days are kept, then one a day, a week and a month.
      </p>
      {backups.data && all.length === 0 && (
        <p className="setting-says">
          None yet: the first comes by itself half an hour after your first change.
        </p>
      )}
      {fault && <p className="field-fault">The last backup failed. {fault}</p>}
      <div className="button-row">
        <button type="button" className="button" disabled={isBusy} onClick={create}>
          {isBusy ? 'Working…' : 'Back up now'}
        </button>
      </div>
      {all.length > 0 && (
        <ul className="backup-list">
          {listed.map(backup => (
            <li key={backup.name} className="backup-line">
              <span className="backup-when">{nameMoment(backup)}</span>
              <span className="backup-holds">
                {describeHolds(backup)}
                <span className="muted">
                  {' '}
                  · {reasonNames[backup.reason]}, {formatBytes(backup.bytes)}
                </span>
              </span>
              <button
                type="button"
                className="button-link"
                disabled={isBusy}
                aria-label={`Restore ${nameMoment(backup)}`}
                onClick={() => setAsked(backup)}
              >
                Restore
              </button>
            </li>
          ))}
        </ul>
      )}
      {listed.length < all.length && (
        <button type="button" className="button-link" onClick={() => setWhole(true)}>
          {`Show all ${all.length}`}
        </button>
      )}
      {unreadable.length > 0 && (
        <p className="setting-says">Not whole, and never offered: {unreadable.join(', ')}.</p>
      )}
      <p className="path">{folder}</p>
      {asked && (
        <Dialog title={`Restore ${nameMoment(asked)}?`} onClosed={() => setAsked(null)}>
          {close => (
            <div className="text-form">
              <p>
                Baseline goes back to that moment: {describeHolds(asked)}. What is there now is saved as a
                backup first, so you can come back.
              </p>
              <button
                type="button"
                className="button button-main"
                onClick={() => {
                  close();
                  restore(asked);
                }}
              >
                Restore
              </button>
            </div>
          )}
        </Dialog>
      )}
    </section>
  );
}
