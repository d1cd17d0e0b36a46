import type { ScreenName } from '../src-shared/ipc/commands.ts';
import type { Session } from '../src-shared/ipc/contract.ts';
import type { EditTarget } from './features/editor/editor-screen.tsx';
import type { MocksPage } from './features/mock/mocks-area.tsx';

/** What the window shows, and all that it takes to show it. */
export type Screen =
  | { name: Exclude<ScreenName, 'defaults' | 'cards' | 'mocks' | 'settings'> }
  /** With the heading to begin at, where that is not the first. */
  | { name: 'settings'; at?: string }
  /** With the page of one of them, where it is asked for. */
  | { name: 'defaults'; id?: string }
  /** With what is looked for, where that is given. */
  | { name: 'cards'; search?: string }
  /** With a page other than the list, where one is asked for. */
  | { name: 'mocks'; page?: MocksPage }
  /** The editor, with the screen that it leads back to. */
  | { name: 'edit'; target: EditTarget; back: Screen }
  | { name: 'review'; session: Session }
  | { name: 'interview'; attemptId: string }
  /** With the screen that it was begun from, where it leads back to. */
  | { name: 'round'; roundId: string; from: 'today' | 'mocks' };
