import { ProblemError } from '../../src-shared/domain/problem.ts';
import type { BackupKeeper } from '../services/backups/keeper.ts';
import type { Profile } from '../services/profile.ts';
import { checkAnother, copyProfileTo } from '../services/recovery/reset.ts';
import type { Handlers } from './handler-types.ts';

/** What the handlers of profiles need of the system. */
export type ProfileShell = {
  /** Opens a file or a folder with the system's program for it. */
  openPath(path: string): Promise<void>;
  /** Asks for a folder, `action` on its button; null where none was chosen. */
  chooseFolder(title: string, action: string): Promise<string | null>;
  /** Closes the profile that is open, and starts Baseline again on another. */
  restartOn(profileDir: string): void;
};

type ProfileHandlers = Pick<Handlers, Extract<keyof Handlers, `profile:${string}`>>;

/** The handlers of a profile as a whole. */
export function createProfileHandlers(
  profile: Profile,
  shell: ProfileShell,
  backups: BackupKeeper,
): ProfileHandlers {
  let copied: string | null = null;
  return {
    'profile:open-folder': async () => {
      await shell.openPath(profile.dir);
      return {};
    },
    'profile:open-another': async () => {
      const opened = await shell.chooseFolder('Open another profile', 'Open');
      if (opened === null) return { opened };
      checkAnother(profile, opened);
      shell.restartOn(opened);
      return { opened };
    },
    'profile:copy': async () => {
      const folder = await shell.chooseFolder('Copy the profile to an empty folder', 'Copy here');
      if (folder === null) return { copy: null };
      const { files } = await backups.whileNoneIsMade(() => copyProfileTo(profile, folder));
      copied = folder;
      return { copy: { folder, files } };
    },
    'profile:open-copy': () => {
      if (copied === null)
        throw new ProblemError('invalid', 'There is no copy to be opened.', 'Copy the profile first.');
      shell.restartOn(copied);
      return {};
    },
    'profile:reset': async (_input, at) => ({ saved: await backups.startOver(at) }),
  };
}
