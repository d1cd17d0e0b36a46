import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { textSizes, usualTextSize } from '../../../src-shared/domain/setting-choices.ts';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import {
  type CommandName,
  type OtherCommand,
  readCommand,
  type ScreenName,
} from '../../../src-shared/ipc/commands.ts';
import { callApi, exchangeQuery, hearCommands, infoQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { pressKey } from './press-key.ts';

/** A dialog of the whole window. */
export type WindowDialog = 'find' | 'keys' | 'about';

/** What commands need of the window. */
export type CommandWays = {
  /** Time runs on what is on screen, and nothing tears a person out of it. */
  isBound: boolean;
  show(screen: ScreenName): void;
  showExchange(): void;
  startReview(): void;
  open(dialog: WindowDialog): void;
};

/** Runs commands, whichever way they are asked for; those of the application menu are heard here. */
export function useCommands(ways: CommandWays): (command: CommandName) => void {
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();

  const leave = (go: () => void): void => {
    if (ways.isBound) announce('First finish here, or leave with Esc.');
    else go();
  };
  const open = (dialog: WindowDialog): void => {
    // One at a time: what is asked for stands behind nothing.
    if (!document.querySelector('dialog[open]')) ways.open(dialog);
  };
  const set = (change: Partial<Settings>, said: string): void => {
    callApi('settings:set', change)
      .then(settings => {
        queries.setQueryData(infoQuery.queryKey, old => old && { ...old, settings });
        announce(said);
        // Today's screen says what can be undone.
        return queries.invalidateQueries({ queryKey: ['today'] });
      })
      .catch(reportProblem);
  };
  const setTheme = (theme: Settings['theme']): void => set({ theme }, 'Theme: saved.');
  const setTextSize = (step: -1 | 0 | 1): void => {
    const now = queries.getQueryData(infoQuery.queryKey)?.settings.textSize ?? usualTextSize;
    const next = step === 0 ? usualTextSize : textSizes[textSizes.indexOf(now) + step];
    if (next !== undefined && next !== now) set({ textSize: next }, `Text: ${next} %.`);
  };
  const chooseImport = (): void => {
    ways.showExchange();
    callApi('exchange:import', {})
      .then(state => queries.setQueryData(exchangeQuery.queryKey, state))
      .catch(reportProblem);
  };
  const backUp = (): void => {
    callApi('backups:create', {})
      .then(() => {
        announce('Backed up.');
        return queries.invalidateQueries({ queryKey: ['backups'] });
      })
      .catch(reportProblem);
  };
  const step = (direction: 'undo' | 'redo'): void => {
    const taken = pressKey({ key: 'z', ctrlKey: true, shiftKey: direction === 'redo' });
    // Deprecated, and still the only way to undo the letters of a field from outside of it.
    if (!taken) document.execCommand(direction);
  };

  const showKeys = (): void => {
    // A screen with keys of its own shows those.
    if (!pressKey({ key: '?' })) open('keys');
  };
  const others: Record<OtherCommand, () => void> = {
    find: () => leave(() => open('find')),
    review: () => leave(ways.startReview),
    import: () => leave(chooseImport),
    export: () => leave(ways.showExchange),
    'back-up': backUp,
    undo: () => step('undo'),
    redo: () => step('redo'),
    'text-larger': () => setTextSize(1),
    'text-smaller': () => setTextSize(-1),
    'text-usual': () => setTextSize(0),
    'theme-system': () => setTheme('system'),
    'theme-light': () => setTheme('light'),
    'theme-dark': () => setTheme('dark'),
    keys: showKeys,
    about: () => open('about'),
  };

  const run = (command: CommandName): void => {
    const place = readCommand(command);
    if ('screen' in place) leave(() => ways.show(place.screen));
    else others[place.other]();
  };
  const hear = useEffectEvent(run);
  useEffect(() => hearCommands(command => hear(command)), []);
  return run;
}
