import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { makeMenu } from '../../../src-main/windows/menu-template.ts';
import { commandNameSchema } from '../../../src-shared/ipc/commands.ts';

function make(system: { isMac: boolean; isDevelopment: boolean }) {
  const done: string[] = [];
  const template = makeMenu(system, {
    send: command => done.push(command),
    openProfile: () => done.push('open profile'),
    checkDatabase: () => done.push('check database'),
    openLicences: () => done.push('open licences'),
  });
  return { template, done, items: flatten(template) };
}

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

const choose = (item: MenuItemConstructorOptions): void => {
  // Electron passes what no item of ours looks at.
  Reflect.apply(item.click ?? (() => undefined), undefined, []);
};

const systems = [
  { isMac: false, isDevelopment: false },
  { isMac: true, isDevelopment: false },
  { isMac: false, isDevelopment: true },
];

describe.each(systems)('the menu of %j', system => {
  test('sends every command that there is', () => {
    const { items, done } = make(system);
    for (const item of items) choose(item);
    const asked = new Set(done);
    expect(commandNameSchema.options.filter(command => !asked.has(command))).toEqual([]);
    expect(done).toEqual(expect.arrayContaining(['open profile', 'check database', 'open licences']));
  });

  test('has no accelerator twice, and none that is a bare key of the page', () => {
    const keys = make(system).items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^(CmdOrCtrl\+|F\d+$)/);
  });

  test('has developer tools in development alone', () => {
    const roles = make(system).items.flatMap(({ role }) => role ?? []);
    expect(roles.includes('toggleDevTools')).toBe(system.isDevelopment);
    expect(roles.includes('reload')).toBe(system.isDevelopment);
  });
});

test('settings, about and quit stand where each system has them', () => {
  const place = (isMac: boolean): Record<string, string | undefined> =>
    Object.fromEntries(
      make({ isMac, isDevelopment: false }).template.flatMap(top =>
        flatten([top]).flatMap(({ id, role }) =>
          [id, role].flatMap(name =>
            name !== undefined && ['settings', 'about', 'quit'].includes(name) ? [[name, top.label]] : [],
          ),
        ),
      ),
    );
  expect(place(false)).toEqual({ settings: 'File', quit: 'File', about: 'Help' });
  expect(place(true)).toEqual({ settings: 'Baseline', quit: 'Baseline', about: 'Baseline' });
});
