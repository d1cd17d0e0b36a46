import { expect, test } from 'vitest';
import { readToday } from '../../../src-main/services/today.ts';
import { at, openWithCards, reopen, tamper } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00Z');

test('a text that was damaged under SQLite’s eyes is told as damage, with what helps', () => {
  const profile = openWithCards(now, 1);
  profile.close();
  tamper(profile.dir, "UPDATE card SET content = replace(content, '\"kind\"', 'kind\"')");
  const again = reopen(profile, now);
  expect(() => again.store.content.activeCards()).toThrow(
    expect.objectContaining({ code: 'damaged', hint: expect.stringContaining('backup') }),
  );
  expect(() => readToday(again, now)).not.toThrow(SyntaxError);
});
