import type { ReactNode } from 'react';
import { keyedCommands } from '../../../src-shared/domain/setting-choices.ts';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { type KeyLine, KeyTable } from '../../components/key-table.tsx';
import { ratingMeanings } from './rating-bar.tsx';
import { keyedNames } from './wording.ts';

/** Every key of the review screen, and what the ratings mean. */
export function KeyList({ settings }: { settings: Settings }): ReactNode {
  return (
    <div className="key-lists">
      <KeyTable title="Before the answer" lines={listFrontKeys(settings)} />
      <KeyTable title="After it" lines={listRatingKeys(settings)} />
      <KeyTable title="Any time" lines={listAnyTimeKeys(settings)} />
      <p className="muted">Single keys rest while you type in a field.</p>
    </div>
  );
}

function listFrontKeys({ askConfidence }: Settings): KeyLine[] {
  const lines = [
    { keys: 'Space, Enter', does: 'Show the answer' },
    { keys: '1 – 5', does: 'Choose an option, which shows the answer' },
    { keys: '0 – 9', does: 'Begin to type a figure; Enter checks it' },
  ];
  return askConfidence ? [...lines, { keys: 'l, m, h', does: 'How sure: low, medium, high' }] : lines;
}

function listRatingKeys({ ratingButtons }: Settings): KeyLine[] {
  const confirm = { keys: 'Space, Enter', does: 'Good, or the rating that is suggested' };
  if (ratingButtons === 'two') {
    return [
      { keys: '1', does: `Again: ${ratingMeanings.again}` },
      { keys: '2', does: `Good: ${ratingMeanings.good}` },
      confirm,
    ];
  }
  return [
    { keys: '1', does: `Again: ${ratingMeanings.again}` },
    { keys: '2', does: `Hard: ${ratingMeanings.hard}` },
    { keys: '3', does: `Good: ${ratingMeanings.good}` },
    { keys: '4', does: `Easy: ${ratingMeanings.easy}` },
    confirm,
  ];
}

function listAnyTimeKeys({ commandKeys }: Settings): KeyLine[] {
  const { undo, ...others } = commandKeys;
  return [
    { keys: `${undo}, Ctrl+Z`, does: keyedNames.undo },
    { keys: 'Ctrl+Shift+Z, Ctrl+Y', does: 'Redo' },
    ...keyedCommands.flatMap(name =>
      name === 'undo' ? [] : [{ keys: others[name], does: keyedNames[name] }],
    ),
    { keys: '?', does: 'These keys' },
    { keys: 'Esc', does: 'Back to today' },
  ];
}
