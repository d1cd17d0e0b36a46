import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { changeCard } from '../../../../src-main/services/cards.ts';
import { exportFile } from '../../../../src-main/services/exchange/export.ts';
import type { Profile } from '../../../../src-main/services/profile.ts';
import { formatDeck, writeDeck } from '../../../helpers/decks.ts';
import { begun, InterviewRig } from '../../../helpers/interview-rig.ts';
import {
  answer,
  at,
  later,
  makeFolder,
  openTestProfile,
  openWithCards,
  toCardId,
} from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');

/** The tables of a profile, as another program reads them. */
function readTables(profile: Profile): Record<string, Record<string, string>[]> {
  const out = path.join(makeFolder(), 'tables');
  exportFile(profile, 'csv', out, now);
  return Object.fromEntries(
    fs.readdirSync(out).map(file => {
      const rows = parse(fs.readFileSync(path.join(out, file)), { columns: true, record_delimiter: '\r\n' });
      return [path.basename(file, '.csv'), rows as Record<string, string>[]];
    }),
  );
}

describe('tables', () => {
  test('hold every answer that counts, as the log has it', () => {
    const profile = openWithCards(now, 2);
    answer(profile, 'one.1', 3, now, { confidence: 'high', takenMs: 4200 });
    answer(profile, 'one.2', 1, later(now, { minutes: 1 }));
    profile.journal.undo(later(now, { minutes: 2 }));
    const { reviews = [] } = readTables(profile);
    expect(reviews).toHaveLength(1);
    expect(reviews[0]).toMatchObject({
      at: '2026-11-24T08:00:00.000+01:00',
      study_date: '2026-11-24',
      card_id: 'one.1',
      card: 'What is one.1?',
      kind: 'answer',
      rating: 'good',
      taken_s: '4.2',
      phase_before: 'new',
      phase_after: 'learning',
      predicted_recall: '',
      confidence: 'high',
    });
    const stored = [...profile.store.log.scan()].flatMap(item => ('event' in item ? [item.event.body] : []));
    const [first] = stored;
    if (first?.type !== 'answer') throw new Error('no answer');
    expect(Number(reviews[0]?.stability_after_d)).toBe(first.memoryAfter.stability);
  });

  test('hold every card with its state', () => {
    const profile = openWithCards(now, 2);
    answer(profile, 'one.1', 4, now);
    changeCard(profile, toCardId('one.2'), { kind: 'suspend', on: true }, now);
    changeCard(profile, toCardId('one.2'), { kind: 'tag', tag: 'hard', on: true }, now);
    const { cards = [] } = readTables(profile);
    expect(cards).toMatchObject([
      { card_id: 'one.1', deck: 'The deck test', phase: 'review', reps: '1', suspended: '0', tags: '' },
      { card_id: 'one.2', phase: 'new', due_date: '', suspended: '1', tags: 'hard' },
    ]);
  });

  test('hold every mock interview with its score', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await rig.get('mocks:note', { attemptId, text: 'One row, "a seat".\nTwo.' });
    await rig.get('mocks:submit', { attemptId });
    const { total } = await rig.get('mocks:report', { attemptId });
    const { mocks = [] } = readTables(rig.profile);
    expect(mocks).toMatchObject([
      { attempt_id: attemptId, mock: 'Ticket shop', state: 'handed in', note: 'One row, "a seat".\nTwo.' },
    ]);
    expect(Number(mocks[0]?.score)).toBe(total);
    expect(begun.atMs).toBeGreaterThan(0);
  });

  test('no cell is a formula; every other text comes back as it is, without what no table can hold', () => {
    const notes = [
      ...['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1', '\n=1', '＝1'].map(text => [text, `'${text}`]),
      ...['a,b', 'say "so"', 'two\r\nlines', 'ünï ✓ 漢', "it's", ' blanks '].map(text => [text, text]),
      ['a\0b\ud800c', 'ab\ufffdc'],
      ['\0=1', "'=1"],
    ];
    const profile = openWithCards(now, notes.length);
    for (const [index, [text = '']] of notes.entries())
      changeCard(profile, toCardId(`one.${index + 1}`), { kind: 'note', text }, now);
    const written = new Map(readTables(profile).cards?.map(card => [card.card_id, card.note]));
    expect(notes.map((_, index) => written.get(`one.${index + 1}`))).toEqual(notes.map(([, note]) => note));
  });

  test('lines end as RFC 4180 has it, and only their owner can read them', () => {
    const profile = openWithCards(now, 1);
    const out = path.join(makeFolder(), 'tables');
    exportFile(profile, 'csv', out, now);
    const file = path.join(out, 'cards.csv');
    expect(fs.readFileSync(file, 'utf8').match(/(?<!\r)\n/)).toBeNull();
    expect(fs.statSync(file).mode & 0o077).toBe(0);
  });

  test('go into one zip where the name ends so; a file in the way is told', async () => {
    const profile = openWithCards(now, 1);
    const folder = makeFolder();
    const out = path.join(folder, 'tables.zip');
    expect(exportFile(profile, 'csv', out, now).counts).toEqual({ reviews: 0, cards: 1, mocks: 0 });
    const zip = await yauzl.openPromise(out);
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) names.push(entry.fileName);
    expect(names).toEqual(['reviews.csv', 'cards.csv', 'mocks.csv']);
    const inTheWay = path.join(folder, 'file');
    fs.writeFileSync(inTheWay, 'mine');
    expect(() => exportFile(profile, 'csv', inTheWay, now)).toThrow(/is a file/);
    expect(fs.readdirSync(folder).sort()).toEqual(['file', 'tables.zip']);
  });

  test('what stands beside the folder is left alone', () => {
    const profile = openWithCards(now, 1);
    const folder = makeFolder();
    const mine = path.join(folder, '.tables.csv', 'mine.txt');
    fs.mkdirSync(path.dirname(mine));
    fs.writeFileSync(mine, 'mine');
    exportFile(profile, 'csv', path.join(folder, 'tables'), now);
    expect(fs.readFileSync(mine, 'utf8')).toBe('mine');
    expect(fs.readdirSync(folder).sort()).toEqual(['.tables.csv', 'tables']);
  });

  test('where one of three cannot be put in place, all that was there before is', () => {
    const profile = openWithCards(now, 1);
    const folder = makeFolder();
    const out = path.join(folder, 'tables');
    fs.mkdirSync(path.join(out, 'mocks.csv'), { recursive: true });
    fs.writeFileSync(path.join(out, 'reviews.csv'), 'old');
    expect(() => exportFile(profile, 'csv', out, now)).toThrow(/cannot be written/);
    expect(fs.readFileSync(path.join(out, 'reviews.csv'), 'utf8')).toBe('old');
    expect(fs.readdirSync(out).sort()).toEqual(['mocks.csv', 'reviews.csv']);
    expect(fs.readdirSync(folder)).toEqual(['tables']);
  });

  test('take the place of older ones', () => {
    const profile = openWithCards(now, 1);
    const out = path.join(makeFolder(), 'tables');
    exportFile(profile, 'csv', out, now);
    answer(profile, 'one.1', 3, now);
    exportFile(profile, 'csv', out, now);
    expect(parse(fs.readFileSync(path.join(out, 'reviews.csv')))).toHaveLength(2);
    expect(fs.readdirSync(out).sort()).toEqual(['cards.csv', 'mocks.csv', 'reviews.csv']);
  });

  test('a card that stands in no deck any more keeps its answers', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 3, now);
    writeDeck(profile.dir, 'one.yaml', formatDeck([]));
    profile.close();
    const again = openTestProfile(profile.dir, now, profile.builtInDecks);
    expect(readTables(again)).toMatchObject({ reviews: [{ card_id: 'one.1' }], cards: [] });
  });
});
