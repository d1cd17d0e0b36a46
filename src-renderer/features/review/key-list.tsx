import type { ReactNode } from 'react';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { type KeyLine, KeyTable } from '../../components/key-table.tsx';
import { ratingMeanings } from './rating-bar.tsx';

/** Every key of the review screen, and what the ratings mean. */
export function KeyList({ settings }: { settings: Settings }): ReactNode {
  return (
    <div className="key-lists">
      <KeyTable title="Before the answer" lines={listFrontKeys(settings)} />
      <KeyTable title="After it" lines={listRatingKeys(settings)} />
      <KeyTable title="Any time" lines={anyTimeKeys} />
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

const anyTimeKeys: readonly KeyLine[] = [
  { keys: 'u, Ctrl+Z', does: 'Undo' },
  { keys: 'Ctrl+Shift+Z, Ctrl+Y', does: 'Redo' },
  { keys: 'm', does: 'All actions on the card' },
  { keys: '@', does: 'Suspend' },
  { keys: '-', does: 'Bury until tomorrow' },
  { keys: 'i', does: 'I know this already (a new card)' },
  { keys: 'f', does: 'Next flag' },
  { keys: 'n', does: 'Note' },
  { keys: 'e', does: 'Open the card’s source' },
  { keys: 'r', does: 'Report a wrong fact' },
  { keys: '?', does: 'These keys' },
  { keys: 'Esc', does: 'Back to today' },
];
