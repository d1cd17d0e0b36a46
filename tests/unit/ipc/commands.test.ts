import { describe, expect, test } from 'vitest';
import { readInterviewKey } from '../../../src-renderer/features/mock/interview-keys.ts';
import { readKey } from '../../../src-renderer/features/review/review-keys.ts';
import {
  reduceSession,
  type Stage,
  startState,
} from '../../../src-renderer/features/review/session-state.ts';
import { defaultSettings } from '../../../src-shared/domain/default-settings.ts';
import {
  commandNameSchema,
  describeCommand,
  findScreen,
  formatKey,
  screenNames,
  screenOrder,
} from '../../../src-shared/ipc/commands.ts';
import { nextProbe } from '../../helpers/probe-views.ts';

/** A card before and after its answer, and a wait. */
function listStages(): Stage[] {
  const front = reduceSession(startState, { type: 'arrived', next: nextProbe('choice'), atMs: 0 });
  const back = reduceSession(front, { type: 'revealed', response: null });
  return [front.view, back.view, { stage: 'wait', deadlineMs: 0, cards: 1 }];
}

const all = commandNameSchema.options.map(command => ({ command, ...describeCommand(command) }));
const keyed = all.flatMap(({ command, key }) => (key === null ? [] : [{ command, key }]));

describe('commands', () => {
  test('every screen of the navigation has its command, in its order and with its digit', () => {
    expect([...screenOrder].sort()).toEqual(Object.keys(screenNames).sort());
    const led = all.filter(({ command }) => findScreen(command) !== null);
    expect(led.map(({ name, key }) => [name, key])).toEqual(
      screenOrder.map((screen, index) => [screenNames[screen], `CmdOrCtrl+${index + 1}`]),
    );
  });

  test('no two have the same name or the same key', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(keyed.map(({ key }) => key)).size).toBe(keyed.length);
  });

  const others = keyed.filter(({ command }) => command !== 'undo' && command !== 'redo');
  test.each(others.map(({ key }) => key))('%s means nothing in a review or an interview', accelerator => {
    const parts = accelerator.split('+');
    const press = {
      key: parts.at(-1)?.replace(/^[A-Z]$/, letter => letter.toLowerCase()) ?? '',
      ctrl: parts.includes('CmdOrCtrl'),
      shift: parts.includes('Shift'),
      alt: false,
      repeat: false,
      focus: 'page' as const,
    };
    for (const view of listStages()) expect(readKey(press, view, defaultSettings)).toBeNull();
    const interview = { phase: 'clarify', isPractice: true, isOpenLevel: true } as const;
    expect(readInterviewKey(press, interview)).toBeNull();
  });
});

test.each([
  ['CmdOrCtrl+K', 'Ctrl K', '⌘K'],
  ['CmdOrCtrl+Shift+Z', 'Ctrl Shift Z', '⌘⇧Z'],
  ['CmdOrCtrl++', 'Ctrl +', '⌘+'],
  ['CmdOrCtrl+-', 'Ctrl -', '⌘-'],
  ['F1', 'F1', 'F1'],
])('%s is written as the system has it', (key, elsewhere, mac) => {
  expect([formatKey(key, false), formatKey(key, true)]).toEqual([elsewhere, mac]);
});
