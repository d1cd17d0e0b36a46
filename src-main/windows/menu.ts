import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type MenuChoices, type MenuSystem, makeMenu } from './menu-template.ts';

/** Sets the application menu; call it again when what it shows has changed. */
export function setMenu(system: MenuSystem, choices: MenuChoices): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(makeMenu(system, choices) satisfies MenuItemConstructorOptions[]),
  );
}
