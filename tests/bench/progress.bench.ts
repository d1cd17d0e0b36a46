import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterviews } from '../../src-main/services/mocks/interview.ts';
import { readReport } from '../../src-main/services/mocks/report.ts';
import { openProfile } from '../../src-main/services/profile.ts';
import { readTallied } from '../../src-main/services/statistics.ts';

// A visit to Progress, and a report, on a profile with fifty mock interviews in which every cell was decided.

const MOCKS = 50;
const VISITS = 40;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-bench-'));
let atMs = Date.parse('2026-11-24T08:00:00+01:00');
const now = () => ({ atMs, offsetMin: 60 });
const profile = openProfile({
  dir: path.join(folder, 'profile'),
  builtInDecks: path.resolve(import.meta.dirname, '..', '..', 'decks'),
  clock: { now, monotonicMs: () => atMs },
  kind: 'app',
  whenHeld: 'refuse',
});

/** Takes a generated interview, each decision with its first option, and hands it in. Answers with its id. */
function takeMock(seed: number): string {
  const interviews = createInterviews(profile);
  const source = { kind: 'generated', seed, minutes: 35 } as const;
  const state = interviews.start({ source, level: 'guided', mode: 'strict' }, now());
  if (state.kind !== 'running') throw new Error('over at once');
  const { attemptId, cells } = state.view;
  for (const { part, decision, options } of cells) {
    const option = options[0]?.id ?? '';
    atMs += 20_000;
    interviews.act(attemptId, { type: 'decide', part, decision, option }, now());
    interviews.act(attemptId, { type: 'sure', part, decision, confidence: 'high' }, now());
  }
  interviews.submit(attemptId, now());
  atMs += 86_400_000;
  return attemptId;
}

/** Runs `work` and tells the time that half and 19 of 20 runs stay within. */
function measure(name: string, work: () => void): void {
  const times = Array.from({ length: VISITS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const within = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  console.log(`${name}: p50 ${within(0.5)} ms, p95 ${within(0.95)} ms`);
}

try {
  const ids = Array.from({ length: MOCKS }, (_, seed) => takeMock(seed));
  measure(`a visit to Progress with ${MOCKS} mocks`, () => {
    readTallied(profile, now());
  });
  measure('a report', () => {
    readReport(profile, ids[0] ?? '');
  });
} finally {
  profile.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
