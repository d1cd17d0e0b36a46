import type { MenuItemConstructorOptions } from 'electron';
import { type CommandName, describeCommand, screenOrder } from '../../src-shared/ipc/commands.ts';

/** The system that a menu is for. */
export type MenuSystem = {
  isMac: boolean;
  /** Developer tools are there only while Baseline is being made. */
  isDevelopment: boolean;
};

/** What choosing an item leads to. */
export type MenuChoices = {
  /** Asks the page. */
  send(command: CommandName): void;
  openProfile(): void;
  checkDatabase(): void;
  openLicences(): void;
};

/** The application menu as data, by the conventions of the platform. */
export function makeMenu(
  { isMac, isDevelopment }: MenuSystem,
  choices: MenuChoices,
): MenuItemConstructorOptions[] {
  const item = (command: CommandName, own: MenuItemConstructorOptions = {}): MenuItemConstructorOptions => {
    const { name, key } = describeCommand(command);
    return {
      id: command,
      label: name,
      ...(key === null ? {} : { accelerator: key }),
      click: () => choices.send(command),
      ...own,
    };
  };
  const settings = item('go-settings', { id: 'settings', label: 'Settings…', accelerator: 'CmdOrCtrl+,' });
  const about = item('about');
  return [
    ...(isMac ? [makeAppMenu(about, settings)] : []),
    {
      label: 'File',
      submenu: [
        item('import'),
        item('export'),
        item('back-up'),
        separator,
        ...(isMac ? [{ role: 'close' as const }] : [settings, separator, { role: 'quit' as const }]),
      ],
    },
    {
      label: 'Edit',
      // Undo and redo belong to the page, which knows what was done: an answer, or letters in a field.
      submenu: [
        item('undo'),
        item('redo'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        item('text-usual', { label: 'Usual text size' }),
        item('text-larger', { label: 'Larger text' }),
        // The sign without Shift, where a keyboard has both on one key.
        item('text-larger', {
          id: 'text-larger-too',
          accelerator: 'CmdOrCtrl+=',
          visible: false,
          acceleratorWorksWhenHidden: true,
        }),
        item('text-smaller', { label: 'Smaller text' }),
        separator,
        {
          label: 'Theme',
          submenu: [
            item('theme-system', { label: 'As the system', type: 'radio' }),
            item('theme-light', { label: 'Light', type: 'radio' }),
            item('theme-dark', { label: 'Dark', type: 'radio' }),
          ],
        },
        { role: 'togglefullscreen', label: 'Full screen' },
        ...(isDevelopment
          ? [separator, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]
          : []),
      ],
    },
    {
      label: 'Go',
      submenu: [item('find'), item('review'), separator, ...screenOrder.map(screen => item(`go-${screen}`))],
    },
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    {
      label: 'Help',
      role: 'help',
      submenu: [
        item('keys'),
        separator,
        { id: 'profile', label: 'Open profile folder', click: choices.openProfile },
        { id: 'check', label: 'Check database', click: choices.checkDatabase },
        separator,
        { id: 'licences', label: 'Licences', click: choices.openLicences },
        ...(isMac ? [] : [about]),
      ],
    },
  ];
}

const separator = { type: 'separator' } as const;

function makeAppMenu(
  about: MenuItemConstructorOptions,
  settings: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  return {
    label: 'Baseline',
    submenu: [
      about,
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}
