import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  type CommandName,
  commandNames,
  describeCommand,
  findScreen,
} from '../../../src-shared/ipc/commands.ts';
import { infoQuery } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { KeyTable } from '../../components/key-table.tsx';
import { keyText } from './key-text.ts';

/** The keys that hold everywhere, by the same list as the application menu. */
export function KeysDialog({ onClosed }: { onClosed(): void }): ReactNode {
  const lines = (isWanted: (command: CommandName) => boolean) =>
    commandNames.filter(isWanted).flatMap(command => {
      const { name, key } = describeCommand(command);
      return key === null ? [] : [{ keys: keyText(key), does: name.replace('…', '') }];
    });
  return (
    <Dialog title="Keyboard shortcuts" onClosed={onClosed}>
      {() => (
        <div className="key-lists">
          <KeyTable title="Screens" lines={lines(command => findScreen(command) !== null)} />
          <KeyTable
            title="Anywhere"
            lines={[
              ...lines(command => findScreen(command) === null),
              { keys: keyText('CmdOrCtrl+,'), does: 'Settings' },
              { keys: 'Esc', does: 'Back' },
            ]}
          />
          <p className="muted">The review and an interview have keys of their own: press ? there.</p>
        </div>
      )}
    </Dialog>
  );
}

/** What this is, under which licence, and where the data lie. */
export function AboutDialog({ onClosed }: { onClosed(): void }): ReactNode {
  return (
    <Dialog title="About Baseline" onClosed={onClosed}>
      {() => <About />}
    </Dialog>
  );
}

/** The same without a dialog around it. */
export function About(): ReactNode {
  const info = useQuery(infoQuery).data;
  if (!info) return null;
  return (
    <dl className="about">
      <dt>Version</dt>
      <dd>
        {info.name} {info.version}
      </dd>
      <dt>Licence</dt>
      <dd>{info.licence}</dd>
      <dt>Your data</dt>
      <dd className="path">{info.profile}</dd>
    </dl>
  );
}
