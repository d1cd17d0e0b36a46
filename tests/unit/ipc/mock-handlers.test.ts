import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type EventRow, sumRow } from '../../../src-main/db/event-row.ts';
import { checkProfile } from '../../../src-main/services/check.ts';
import { readCurated } from '../../../src-main/services/mocks/prompts.ts';
import { listMockResults } from '../../../src-main/services/mocks/results.ts';
import type { Act } from '../../../src-shared/domain/mock/attempt.ts';
import type { Channel } from '../../../src-shared/ipc/contract.ts';
import { InterviewRig } from '../../helpers/interview-rig.ts';
import { today } from '../../helpers/profile.ts';

const booking = { part: 'booking', decision: 'consistency' } as const;
const browsing = { part: 'browsing', decision: 'caching' } as const;
const MINUTE = 60_000;

/** A few acts as anybody would do them: a question, a decision with its reason, a confident error. */
async function play(rig: InterviewRig, attemptId: string): Promise<void> {
  await rig.act(attemptId, { type: 'ask', question: 'harm' });
  await rig.act(attemptId, { type: 'phase', phase: 'consistency' });
  await rig.act(attemptId, { type: 'decide', ...booking, option: 'strong' });
  await rig.act(attemptId, { type: 'cite', ...booking, facts: ['stale_read_harm'], nothing: false });
  await rig.act(attemptId, { type: 'decide', ...browsing, option: 'none' });
  await rig.act(attemptId, { type: 'sure', ...browsing, confidence: 'high' });
}

/** Rewrites the verdict that stands beside a submitted interview, as older rules would have given it. */
function giveVerdict(rig: InterviewRig, change: (verdict: StoredVerdict) => void): void {
  const { dir } = rig.profile;
  rig.profile.close();
  const db = new Database(path.join(dir, 'baseline.db'));
  db.exec('DROP TRIGGER event_is_never_altered');
  const row = db.prepare<[], EventRow>("SELECT * FROM event WHERE type = 'mock_submit'").get();
  if (!row) throw new Error('nothing was submitted');
  const payload = JSON.parse(row.payload);
  change(payload.verdict);
  const altered = { ...row, payload: JSON.stringify({ ...payload, rulesVersion: 0 }) };
  db.prepare('UPDATE event SET payload = ?, checksum = ? WHERE id = ?').run(
    altered.payload,
    sumRow(altered),
    row.id,
  );
  db.prepare('UPDATE mock_attempt SET rules_version = 0').run();
  db.close();
  rig.reopen();
}
type StoredVerdict = {
  rulesVersion: number;
  decisions: { part: string; decision: string; standing: string; credit: number; chosen: string | null }[];
};

describe('a verdict under older rules', () => {
  test('is told as it was given, and beside it what the present rules make of each decision', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    await rig.get('mocks:submit', { attemptId });
    const before = await rig.get('mocks:report', { attemptId });
    giveVerdict(rig, verdict => {
      verdict.rulesVersion = 0;
      const wrong = verdict.decisions.find(one => one.part === 'browsing' && one.decision === 'caching');
      Object.assign(wrong ?? {}, { standing: 'best', credit: 1 });
    });
    const report = await rig.get('mocks:report', { attemptId });
    expect(report.total).toBe(before.total);
    const told = report.decisions.find(one => one.part === 'browsing' && one.decision === 'caching');
    expect(told?.standing).toBe('best');
    expect(report.rescored).toEqual({
      rulesVersion: expect.any(Number),
      total: before.total,
      changes: ['Browsing concerts, caching: best (1) before, wrong (0) now.'],
    });
    const { decisions } = listMockResults(rig.profile)[0] ?? { decisions: [] };
    expect(decisions.filter(({ right }) => right)).toHaveLength(2);
    expect(checkProfile(rig.profile).faults).toEqual([]);
  });

  test('that this version cannot read is derived anew; its total stays', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    await rig.get('mocks:submit', { attemptId });
    const { decisions, total } = await rig.get('mocks:report', { attemptId });
    giveVerdict(rig, verdict => Object.assign(verdict.decisions[0] ?? {}, { decision: 'colour' }));
    expect(await rig.get('mocks:report', { attemptId })).toMatchObject({
      decisions,
      total,
      unreadable: true,
    });
  });
});

describe('the life of an interview', () => {
  test('what was being typed as the time ran out is kept; the score stays', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    rig.pass(35);
    expect(rig.tick()).toBe(true);
    const { total } = await rig.get('mocks:report', { attemptId });
    await rig.get('mocks:note', { attemptId, text: 'The last wor' });
    expect(await rig.get('mocks:report', { attemptId })).toMatchObject({ note: 'The last wor', total });
    expect(checkProfile(rig.profile).faults).toEqual([]);
  });

  test('a figure that was left out is told in the report, and graded as missing', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    const view = await rig.view(attemptId);
    const [first] = view.numbers;
    if (!first) throw new Error('no figures');
    const { step } = first;
    const asked = {
      type: 'number',
      part: first.part ?? undefined,
      step,
      value: 1,
      unit: 'actions/s',
    } as const;
    await rig.act(attemptId, asked);
    await rig.get('mocks:submit', { attemptId });
    const { numbers } = await rig.get('mocks:report', { attemptId });
    expect(numbers).toHaveLength(view.numbers.length);
    expect(numbers[0]).toMatchObject({
      grade: 'wrong',
      fault: expect.stringMatching(/^[\d,]+ times too small\.$/),
    });
    for (const one of numbers.slice(1)) {
      expect(one).toMatchObject({
        given: null,
        grade: 'missing',
        expected: expect.stringMatching(/^[\d,.]+ /),
      });
    }
  });

  test('a Brier score is withheld where all confidences are one', async () => {
    const rig = new InterviewRig();
    for (const [second, withheld] of [
      ['high', true],
      ['low', false],
    ] as const) {
      const { attemptId } = await rig.start();
      await play(rig, attemptId);
      await rig.act(attemptId, { type: 'sure', ...booking, confidence: second });
      await rig.get('mocks:submit', { attemptId });
      const report = await rig.get('mocks:report', { attemptId });
      expect([report.brier === null, report.brierWithheld]).toEqual([withheld, withheld]);
    }
  });

  test('what was raised for nothing is told by its name', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start('strict', { level: 'open' });
    await rig.act(attemptId, { type: 'decide', part: 'browsing', decision: 'api-style', option: 'rest' });
    await rig.get('mocks:submit', { attemptId });
    const { needless, total, phasePoints } = await rig.get('mocks:report', { attemptId });
    expect(needless).toEqual(['Browsing concerts: API style']);
    expect(phasePoints.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(total, 9);
  });

  test('an assumption costs the same time as a question, and none of the questions', async () => {
    const rig = new InterviewRig();
    const { attemptId, clock } = await rig.start();
    await rig.act(attemptId, { type: 'assume', part: 'booking', fact: 'stale_read_harm', value: 'stock' });
    const view = await rig.view(attemptId);
    expect(view.asksLeft).toBe(8);
    expect(clock.leftMs - view.clock.leftMs).toBe(20_000);
    rig.pass(34, 30);
    const late = await rig.call('mocks:act', {
      attemptId,
      act: { type: 'assume', part: 'browsing', fact: 'stale_read_harm', value: 'none' },
    });
    expect(late).toMatchObject({ ok: false });
  });

  test('a clock that was set back makes no repeat of a first attempt', async () => {
    const rig = new InterviewRig();
    const first = await rig.start();
    await rig.get('mocks:submit', { attemptId: first.attemptId });
    rig.setWall(-3 * 1440);
    const second = await rig.start();
    await rig.get('mocks:submit', { attemptId: second.attemptId });
    const { past } = await rig.get('mocks:list', {});
    expect(past.map(({ attemptId, repeat }) => [attemptId, repeat])).toEqual([
      [second.attemptId, true],
      [first.attemptId, false],
    ]);
    const report = await rig.get('mocks:report', { attemptId: second.attemptId });
    expect(report.earlier.map(({ attemptId }) => attemptId)).toEqual([first.attemptId]);
  });

  test('start, acts, note, report: everything stands in it, and the log agrees with the tables', async () => {
    const rig = new InterviewRig();
    const { attemptId, clock, heard } = await rig.start();
    expect(clock).toEqual({ leftMs: 35 * MINUTE, running: true });
    expect(heard.every(({ from }) => from === 'opening')).toBe(true);
    rig.pass(1);
    await play(rig, attemptId);
    await rig.get('mocks:note', { attemptId, text: 'One row a seat.' });
    const view = await rig.view(attemptId);
    expect(view).toMatchObject({ note: 'One row a seat.', phase: 'consistency', asksLeft: 7 });
    expect(view.clock.leftMs).toBe(34 * MINUTE - 20_000);
    expect(view.heard.filter(({ from }) => from === 'question').map(({ name }) => name)).toEqual([
      'seat-map.stale_read_harm',
      'booking.stale_read_harm',
    ]);
    const cell = view.cells.find(one => one.part === 'booking' && one.decision === 'consistency');
    expect(cell?.choice).toMatchObject({ option: 'strong', facts: ['stale_read_harm'] });
    await rig.get('mocks:submit', { attemptId });
    const report = await rig.get('mocks:report', { attemptId });
    expect(report).toMatchObject({ note: 'One row a seat.', contest: '', rescored: null });
    expect(report.decisions[0]).toMatchObject({ ...browsing, standing: 'wrong', confidence: 'high' });
    expect(report.total).toBeGreaterThan(0);
    expect(await rig.get('mocks:view', { attemptId })).toEqual({ kind: 'over', attemptId });
    const list = await rig.get('mocks:list', {});
    expect(list).toMatchObject({ open: null, past: [{ attemptId, total: report.total, repeat: false }] });
    expect(checkProfile(rig.profile).faults).toEqual([]);
    expect(rig.logged).toEqual([]);
  });

  test('the three breakdowns each sum to the total, to the hundredth', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start('strict', { source: { kind: 'generated', seed: 5, minutes: 35 } });
    const view = await rig.view(attemptId);
    for (const { part, decision, options } of view.cells)
      await rig.act(attemptId, { type: 'decide', part, decision, option: options[0]?.id ?? '' });
    await rig.get('mocks:submit', { attemptId });
    const { total, phasePoints, topics, stages } = await rig.get('mocks:report', { attemptId });
    const sum = (list: readonly { points: number }[]): number =>
      Math.round(list.reduce((all, { points }) => all + points * 100, 0));
    expect([phasePoints, topics, stages].map(sum)).toEqual([1, 1, 1].map(() => Math.round(total * 100)));
    const [all, ofTwists] = [phasePoints, phasePoints.filter(({ phase }) => phase === 'Twists')].map(list =>
      Math.round(list.reduce((most, { of }) => most + of, 0)),
    );
    expect([all, ofTwists]).toEqual([100, 20]);
    expect(phasePoints.map(({ phase }) => phase)).toEqual(
      ['Clarify', 'Numbers', 'Interface', 'Data', 'Scale', 'Consistency', 'Twists'].filter(name =>
        phasePoints.some(({ phase }) => phase === name),
      ),
    );
  });

  test('nothing of what is expected leaves the main process before the submission', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    const text = JSON.stringify(await rig.view(attemptId));
    expect(text).not.toMatch(/"(best|defensible|wrong|because|expected|standing|score)"/);
    expect(text).not.toContain('Two people with the same numbered seat');
    expect(await rig.call('mocks:report', { attemptId })).toMatchObject({ ok: false });
    expect(await rig.call('mocks:keep-sheet', { attemptId })).toMatchObject({ ok: false });
  });

  test('the guided board has every scored pair, and others beside them; the open one what was raised', async () => {
    const rig = new InterviewRig();
    const guided = await rig.start();
    expect(guided.cells.length).toBeGreaterThan(14);
    expect(guided.palette).toEqual([]);
    await rig.get('mocks:abandon', { attemptId: guided.attemptId });
    const open = await rig.start('strict', { level: 'open' });
    expect(open.cells).toEqual([]);
    const raised = await rig.act(open.attemptId, { type: 'decide', ...booking, option: 'strong' });
    expect(raised.cells).toMatchObject([{ ...booking, choice: { option: 'strong' } }]);
  });

  test('submitting twice changes nothing', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    await rig.get('mocks:submit', { attemptId });
    const before = rig.snapshot();
    rig.pass(5);
    expect(await rig.get('mocks:submit', { attemptId })).toEqual({ attemptId });
    expect(rig.snapshot()).toEqual(before);
  });

  test('a contest is kept and leaves the score alone; the sheet is a file in the profile', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    await rig.get('mocks:submit', { attemptId });
    const { total, sheet } = await rig.get('mocks:report', { attemptId });
    const contested = await rig.get('mocks:contest', { attemptId, text: 'A cache would be stale.' });
    expect(contested).toMatchObject({ total, contest: 'A cache would be stale.' });
    const { path } = await rig.get('mocks:keep-sheet', { attemptId });
    const text = fs.readFileSync(path, 'utf8');
    expect(path.startsWith(rig.profile.dir)).toBe(true);
    for (const { title } of sheet) expect(text).toContain(title);
    rig.reopen();
    expect(await rig.get('mocks:report', { attemptId })).toMatchObject({
      total,
      contest: 'A cache would be stale.',
    });
  });

  test('the same prompt again is a repeat, even after one that was given up; one that is given up leaves the lists', async () => {
    const rig = new InterviewRig();
    const source = { kind: 'generated', seed: 9, minutes: 12 } as const;
    const first = await rig.start('strict', { source });
    await rig.get('mocks:abandon', { attemptId: first.attemptId });
    expect(await rig.get('mocks:list', {})).toMatchObject({ open: null, past: [] });
    expect(await rig.call('mocks:view', { attemptId: first.attemptId })).toMatchObject({ ok: false });
    rig.pass(1);
    const second = await rig.start('strict', { source });
    expect(second.title).toBe(first.title);
    expect(await rig.get('mocks:list', {})).toMatchObject({ open: { repeat: true } });
    expect(checkProfile(rig.profile).faults).toEqual([]);
  });

  test('another one is not begun while one is open', async () => {
    const rig = new InterviewRig();
    await rig.start();
    const before = rig.snapshot();
    const source = { kind: 'curated', promptId: 'chat' } as const;
    expect(await rig.call('mocks:start', { source, level: 'guided', mode: 'strict' })).toMatchObject({
      ok: false,
      problem: { code: 'invalid', message: 'Another interview is open.' },
    });
    expect(rig.snapshot()).toEqual(before);
  });
});

describe('the clock while the app runs', () => {
  test.each([-600, -20, 20, 600])(
    'a system clock set by %i minutes neither ends nor extends it',
    async by => {
      const rig = new InterviewRig();
      const { attemptId } = await rig.start();
      rig.pass(10);
      rig.setWall(by);
      expect(rig.tick()).toBe(false);
      expect((await rig.view(attemptId)).clock).toEqual({ leftMs: 25 * MINUTE, running: true });
      rig.pass(24, 59);
      expect(rig.tick()).toBe(false);
      rig.pass(0, 1);
      expect(rig.tick()).toBe(true);
      expect(await rig.get('mocks:view', { attemptId })).toEqual({ kind: 'over', attemptId });
    },
  );

  test('the main process ends it and scores what stood there; an act that comes too late is told so', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    rig.pass(40);
    const late: Act = { type: 'decide', ...booking, option: 'eventual' };
    expect(await rig.get('mocks:act', { attemptId, act: late })).toEqual({ kind: 'over', attemptId });
    const report = await rig.get('mocks:report', { attemptId });
    expect(
      report.decisions.find(one => one.part === 'booking' && one.decision === 'consistency'),
    ).toMatchObject({
      standing: 'best',
    });
    expect(report.phases.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(35, 6);
    const before = rig.snapshot();
    expect(await rig.call('mocks:act', { attemptId, act: late })).toMatchObject({ ok: false });
    expect(rig.snapshot()).toEqual(before);
  });

  test('after sleep a strict one takes the wall’s word, a practice one slept as well', async () => {
    for (const [mode, leftMinutes] of [
      ['strict', 15],
      ['practice', 30],
    ] as const) {
      const rig = new InterviewRig();
      const { attemptId } = await rig.start(mode);
      rig.pass(5);
      rig.interviews.sleep();
      // The monotonic clock of this machine stood still meanwhile.
      rig.setWall(15);
      expect(rig.interviews.wake(rig.clock.now())).toBe(false);
      expect((await rig.view(attemptId)).clock.leftMs).toBe(leftMinutes * MINUTE);
    }
  });

  test('a strict one whose time ran out in sleep is over on waking', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    rig.interviews.sleep();
    rig.setWall(600);
    expect(rig.interviews.wake(rig.clock.now())).toBe(true);
    expect(await rig.get('mocks:view', { attemptId })).toEqual({ kind: 'over', attemptId });
  });

  test('practice stops and goes on as the person likes; nothing is done while it stands', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start('practice');
    rig.pass(2);
    await rig.get('mocks:pause', { attemptId, on: true });
    rig.pass(90);
    expect(rig.tick()).toBe(false);
    expect((await rig.view(attemptId)).clock).toEqual({ leftMs: 33 * MINUTE, running: false });
    expect(await rig.call('mocks:act', { attemptId, act: { type: 'ask', question: 'harm' } })).toMatchObject({
      ok: false,
    });
    rig.reopen(60);
    expect((await rig.view(attemptId)).clock).toEqual({ leftMs: 33 * MINUTE, running: false });
    await rig.get('mocks:pause', { attemptId, on: false });
    rig.pass(1);
    expect((await rig.view(attemptId)).clock).toEqual({ leftMs: 32 * MINUTE, running: true });
    expect(await rig.get('mocks:hint', { attemptId, ...booking })).toMatchObject({
      hint: expect.stringContaining('turns on'),
    });
  });

  test('a hint is given for a decision that is only being raised, and none for a part that there is not', async () => {
    const rig = new InterviewRig();
    const { attemptId, cells } = await rig.start('practice', { level: 'open' });
    expect(cells).toEqual([]);
    expect(await rig.get('mocks:hint', { attemptId, ...booking })).toMatchObject({
      hint: expect.stringContaining('turns on'),
    });
    expect(await rig.call('mocks:hint', { attemptId, part: 'cellar', decision: 'caching' })).toMatchObject({
      ok: false,
    });
  });

  test('a strict one knows no pause and no hints', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    const before = rig.snapshot();
    expect(await rig.call('mocks:pause', { attemptId, on: true })).toMatchObject({ ok: false });
    expect(await rig.call('mocks:hint', { attemptId, ...booking })).toMatchObject({ ok: false });
    expect(rig.snapshot()).toEqual(before);
  });
});

describe('killed and opened again', () => {
  test('the draft is there; a strict clock ran on, a practice one stood still', async () => {
    for (const [mode, leftMs] of [
      ['strict', 35 * MINUTE - 20_000 - 13 * MINUTE],
      ['practice', 35 * MINUTE - 20_000 - 3 * MINUTE],
    ] as const) {
      const rig = new InterviewRig();
      const { attemptId } = await rig.start(mode);
      await play(rig, attemptId);
      await rig.get('mocks:note', { attemptId, text: 'draft' });
      rig.pass(3);
      rig.tick();
      rig.reopen(10);
      expect((await rig.get('mocks:list', {})).open).toMatchObject({ attemptId, total: null });
      const view = await rig.view(attemptId);
      expect(view.clock).toEqual({ leftMs, running: true });
      expect(view).toMatchObject({ note: 'draft', asksLeft: 7 });
      expect(view.cells.filter(({ choice }) => choice !== null)).toHaveLength(2);
    }
  });

  test('a strict one whose time was up meanwhile is submitted as of its deadline', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    rig.reopen(24 * 60);
    expect((await rig.get('mocks:list', {})).past).toMatchObject([{ attemptId }]);
    const submitted = rig.profile.store.mocks
      .events(attemptId)
      .flatMap(({ body }) => (body.type === 'mock_submit' ? [body.atMs] : []));
    expect(submitted).toEqual([35 * MINUTE]);
  });

  test('a practice one goes on after a day', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start('practice');
    rig.pass(4);
    rig.tick();
    rig.reopen(24 * 60);
    expect((await rig.view(attemptId)).clock.leftMs).toBe(31 * MINUTE);
  });

  test('a system clock set back in between gives a strict one no time behind what was done', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    rig.pass(12);
    await rig.act(attemptId, { type: 'decide', ...booking, option: 'strong' });
    rig.reopen(-300);
    expect((await rig.view(attemptId)).clock.leftMs).toBe(23 * MINUTE);
  });
});

describe('what cannot be done', () => {
  const bad: [string, Act][] = [
    ['an unknown question', { type: 'ask', question: 'weather' }],
    ['a question asked twice', { type: 'ask', question: 'harm' }],
    ['an unknown part', { type: 'decide', part: 'cellar', decision: 'caching', option: 'none' }],
    ['an unknown option', { type: 'decide', ...browsing, option: 'write-through' }],
    [
      'a decision that is not on the board',
      { type: 'decide', part: 'search', decision: 'shard-key', option: 'user-id' },
    ],
    [
      'a reason before an option',
      { type: 'cite', part: 'search', decision: 'index', facts: [], nothing: true },
    ],
    ['a confidence before an option', { type: 'sure', part: 'search', decision: 'index', confidence: 'low' }],
    ['a fact that nobody told', { type: 'cite', ...booking, facts: ['write_conflict_harm'], nothing: false }],
    ['facts together with nothing', { type: 'cite', ...booking, facts: ['stale_read_harm'], nothing: true }],
    [
      'four facts',
      {
        type: 'cite',
        ...booking,
        facts: ['stale_read_harm', 'reads_per_s', 'replicated', 'path'],
        nothing: false,
      },
    ],
    ['an assumption about what is known', { type: 'assume', part: 'booking', fact: 'replicated' }],
    ['an assumption that nobody can confirm', { type: 'assume', part: 'booking', fact: 'list_size' }],
    [
      'a figure that is not asked for',
      { type: 'number', part: 'search', step: 'brokers', value: 1, unit: 'brokers' },
    ],
    [
      'a unit that there is not',
      { type: 'number', part: 'search', step: 'peak-rate', value: 1, unit: 'apples' },
    ],
    ['an unknown phase', { type: 'phase', phase: 'lunch' }],
    ['a twist out of turn', { type: 'twist', twist: 'front-rows' }],
    ['an answer to what nobody asked', { type: 'pushback', ...booking, option: 'eventual', cost: 'x' }],
  ];

  test.each(bad)('%s: a problem, and nothing changes', async (_name, act) => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    const before = rig.snapshot();
    expect(await rig.call('mocks:act', { attemptId, act })).toMatchObject({
      ok: false,
      problem: { code: expect.stringMatching(/^(invalid|not-found)$/) },
    });
    expect(rig.snapshot()).toEqual(before);
    expect(rig.logged).toEqual([]);
  });

  test('a ninth question, and one for which no time is left', async () => {
    const rig = new InterviewRig();
    const { attemptId, menu } = await rig.start();
    for (const { id } of menu.slice(0, 8)) await rig.act(attemptId, { type: 'ask', question: id });
    const act: Act = { type: 'ask', question: menu[8]?.id ?? '' };
    expect(await rig.call('mocks:act', { attemptId, act })).toMatchObject({ ok: false });
    await rig.get('mocks:submit', { attemptId });
    const next = await rig.start();
    rig.pass(34, 45);
    expect(await rig.call('mocks:act', { attemptId: next.attemptId, act })).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('no time left') },
    });
  });

  test('anything with an attempt that there is not', async () => {
    const rig = new InterviewRig();
    const attemptId = 'no-such';
    const calls: [Channel, object][] = [
      ['mocks:view', {}],
      ['mocks:act', { act: { type: 'phase', phase: 'data' } }],
      ['mocks:note', { text: '' }],
      ['mocks:pause', { on: true }],
      ['mocks:hint', booking],
      ['mocks:submit', {}],
      ['mocks:abandon', {}],
      ['mocks:report', {}],
      ['mocks:contest', { text: '' }],
      ['mocks:keep-sheet', {}],
    ];
    for (const [channel, rest] of calls) {
      const result = await rig.call(channel, { attemptId, ...rest } as never);
      expect([channel, result]).toMatchObject([channel, { ok: false, problem: { code: 'not-found' } }]);
    }
    expect([...rig.profile.store.log.scan()]).toEqual([]);
    expect(rig.logged).toEqual([]);
  });
});

test('the report says which reason would have been enough, where one was wanting', async () => {
  const rig = new InterviewRig();
  const { attemptId } = await rig.start();
  await play(rig, attemptId);
  await rig.act(attemptId, { type: 'decide', part: 'search', decision: 'index', option: 'fulltext' });
  await rig.get('mocks:submit', { attemptId });
  const { decisions } = await rig.get('mocks:report', { attemptId });
  const told = (part: string, decision: string) =>
    decisions.find(one => one.part === part && one.decision === decision && one.stage === 0);
  expect(told('search', 'index')).toMatchObject({
    standing: 'best',
    reason: 'none',
    sufficient: ['queries look for words inside documents'],
  });
  expect(told('booking', 'consistency')).toMatchObject({ reason: 'sufficient', sufficient: null });
  expect(told('browsing', 'caching')).toMatchObject({ standing: 'wrong', sufficient: null });
});

test('the next one proposed was never begun and exercises what is weakest', async () => {
  const rig = new InterviewRig();
  const { next } = await rig.get('mocks:list', {});
  expect(next).toMatchObject({ met: false, isFirst: true });
  expect(next?.exercises).toHaveLength(3);
  // A short one to begin with.
  const minutes = (id: string | undefined): number | undefined =>
    readCurated(rig.profile).find(prompt => prompt.id === id)?.minutes;
  expect(minutes(next?.promptId)).toBe(12);
  const source = { kind: 'curated', promptId: next?.promptId ?? '' } as const;
  const { attemptId } = await rig.start('strict', { source });
  await rig.get('mocks:submit', { attemptId });
  const after = await rig.get('mocks:list', {});
  expect(after.next?.promptId).not.toBe(next?.promptId);
  expect(after.next).toMatchObject({ isFirst: false });
  expect((await rig.get('mocks:report', { attemptId })).modelAnswer.length).toBeGreaterThan(2);
});

describe('what it brings back', () => {
  test('missed cards come first in the next review, of confident errors before others; undone and done again as one', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    const index = { part: 'search', decision: 'index' } as const;
    await rig.act(attemptId, { type: 'decide', ...index, option: 'btree' });
    await rig.act(attemptId, { type: 'sure', ...index, confidence: 'high' });
    await rig.act(attemptId, { type: 'sure', ...browsing, confidence: 'low' });
    await rig.get('mocks:submit', { attemptId });
    const { marked } = await rig.get('mocks:report', { attemptId });
    expect(marked.length).toBeLessThanOrEqual(24);
    const siblings = marked.map(({ cardId }) => rig.profile.store.content.card(cardId)?.sibling);
    expect(siblings.slice(0, 3).sort()).toEqual(['cache.aside', 'index.btree', 'index.fulltext']);
    expect(siblings.indexOf('cache.aside')).toBe(2);
    const next = await rig.get('review:next', { session: today, learnAhead: false });
    expect(next).toMatchObject({
      kind: 'card',
      card: { cardId: marked[0]?.cardId, marked: { kind: 'mock', title: 'Ticket shop' }, phase: 'new' },
    });

    await rig.get('history:undo', { session: today });
    expect(await rig.get('mocks:report', { attemptId })).toMatchObject({ marked: [] });
    const plain = await rig.get('review:next', { session: today, learnAhead: false });
    expect(plain).toMatchObject({ kind: 'card', card: { marked: null } });
    await rig.get('history:redo', { session: today });
    expect((await rig.get('mocks:report', { attemptId })).marked).toEqual(marked);
    expect(checkProfile(rig.profile).faults).toEqual([]);
  });

  test('each once: the answer clears it, and memory and due were never touched', async () => {
    const rig = new InterviewRig();
    const { attemptId } = await rig.start();
    await rig.get('mocks:submit', { attemptId });
    const states = [...rig.profile.store.states.all()];
    expect(states.every(({ state }) => state.memory === null && state.dueDay === null && state.marked)).toBe(
      true,
    );
    const next = await rig.get('review:next', { session: today, learnAhead: false });
    if (next.kind !== 'card') throw new Error(next.kind);
    const { cardId, surfaceSeed } = next.card;
    const given = { rating: 3, takenMs: 1000, response: null, confidence: null } as const;
    await rig.get('review:answer', { session: today, cardId, surfaceSeed, ...given });
    expect(rig.profile.store.states.get(cardId).marked).toBe(false);
    const { marked } = await rig.get('mocks:report', { attemptId });
    expect(marked).toHaveLength(states.length - 1);
    expect(marked.map(one => one.cardId)).not.toContain(cardId);
    const after = await rig.get('review:next', { session: today, learnAhead: false });
    expect(after).toMatchObject({ kind: 'card', card: { marked: { kind: 'mock' } } });
  });

  test('a suspended card stays away', async () => {
    const rig = new InterviewRig();
    const caching = rig.profile.store.content
      .activeCards()
      .filter(({ sibling }) => sibling === 'cache.aside');
    for (const { cardId } of caching)
      await rig.get('card:change', { session: today, cardId, change: { kind: 'suspend', on: true } });
    const { attemptId } = await rig.start();
    await play(rig, attemptId);
    await rig.get('mocks:submit', { attemptId });
    const { marked } = await rig.get('mocks:report', { attemptId });
    const ids = new Set<string>(caching.map(({ cardId }) => cardId));
    expect(marked.filter(({ cardId }) => ids.has(cardId))).toEqual([]);
    expect(marked.length).toBeGreaterThan(0);
  });
});
