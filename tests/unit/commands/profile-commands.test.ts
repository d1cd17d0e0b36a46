import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createInterviews } from '../../../src-main/services/mocks/interview.ts';
import { defaultNow, makeCommandLine } from '../../helpers/command-line.ts';
import { at, makeFolder, openTestProfile } from '../../helpers/profile.ts';

const reps = (line: ReturnType<typeof makeCommandLine>, ...more: string[]): unknown =>
  line.read('card', 'one.1', ...more).state;

function study() {
  const line = makeCommandLine();
  expect(line.run('answer', '--card', 'one.1', '--rating', 'good').exit).toBe(0);
  return line;
}

test('a reset begins anew, after a backup that leads back; the decks stay', () => {
  const line = study();
  const before = reps(line);
  const { saved } = line.read('profile', 'reset', '--confirm', 'reset');
  expect(reps(line)).toMatchObject({ phase: 'new', reps: 0 });
  expect(line.read('check')).toMatchObject({ events: 0, faults: [] });
  expect(line.run('backup', 'restore', String(saved)).exit).toBe(0);
  expect(reps(line)).toEqual(before);
});

test('a reset wants its word', () => {
  const line = study();
  const before = reps(line);
  expect(line.run('profile', 'reset', '--confirm', 'yes')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('write --confirm reset'),
  });
  expect(line.run('profile', 'reset').exit).toBe(2);
  expect(reps(line)).toEqual(before);
});

test('a reset takes no open mock interview away', () => {
  const line = study();
  const now = at(defaultNow);
  const profile = openTestProfile(line.dir, now, path.join(line.dir, 'none'));
  const source = { kind: 'generated', seed: 1, minutes: 12 } as const;
  createInterviews(profile).start({ source, level: 'guided', mode: 'practice' }, now);
  profile.close();
  expect(line.run('profile', 'reset', '--confirm', 'reset')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('A mock interview is open.'),
  });
  expect(line.read('backup', 'list')).toMatchObject({ backups: [] });
  expect(reps(line)).toMatchObject({ reps: 1 });
});

test('a copy is whole, goes on by itself, and the two can be united', () => {
  const line = study();
  const folder = path.join(makeFolder(), 'Ünïcødé 試し', 'copy');
  expect(line.read('profile', 'copy', folder)).toMatchObject({ folder });
  expect(reps(line, '--profile', folder)).toEqual(reps(line));
  const later = defaultNow.replace('T08', 'T09');
  const answer = (card: string, ...more: string[]): void =>
    expect(line.run('answer', '--card', card, '--rating', 'good', '--now', later, ...more).err).toBe('');
  answer('one.2', '--profile', folder);
  answer('one.3');
  const out = path.join(folder, 'all.json');
  expect(line.run('export', '--format', 'json', '--out', out, '--profile', folder).err).toBe('');
  expect(line.run('import', out).err).toBe('');
  expect(line.read('check')).toMatchObject({ events: 3, faults: [] });
});

test('a folder with anything in it, and one in the profile, are refused', () => {
  const line = study();
  const folder = makeFolder();
  fs.writeFileSync(path.join(folder, 'mine.txt'), 'mine');
  expect(line.run('profile', 'copy', folder).err).toContain('is not empty');
  expect(fs.readdirSync(folder)).toEqual(['mine.txt']);
  expect(line.run('profile', 'copy', path.join(line.dir, 'inside')).err).toContain(
    'lies in the profile itself',
  );
  expect(fs.existsSync(path.join(line.dir, 'inside'))).toBe(false);
});
