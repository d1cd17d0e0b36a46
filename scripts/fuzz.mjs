import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureElectron } from './electron.mjs';
import { main, root, Stop } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** An input that is read longer than this hangs, in seconds of its process's own time. */
const patienceS = 5;
/** Heap of a process in MB: what unpacks to more than that ends it, and is a failure. */
const heapMb = 700;

/**
 * @typedef {{ name: string, tries: number, read: number, refused: number, peakMb: number, seconds: number, failures: Failure[] }} Line
 * @typedef {{ n: number, what: string }} Failure
 */

const titles = {
  name: 'parser',
  tries: 'tries',
  read: 'correct',
  refused: 'clear errors',
  failures: 'failures',
  peakMb: 'peak MB',
  seconds: 'CPU s',
};

// Gives every parser thousands of changed inputs: `npm run fuzz -- --tries 10000 --seed 1 --only "deck, its text"`.
await main(async () => {
  const { values } = parseArgs({
    options: {
      tries: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      jobs: { type: 'string', default: '2' },
      only: { type: 'string', multiple: true, default: [''] },
    },
  });
  const electron = await ensureElectron();
  ensureSystemPackages(electron.program, 'headless');
  const out = path.join(root, 'out', 'fuzz');
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  const names = (await listParsers(electron.program)).filter(name =>
    values.only.some(part => name.includes(part)),
  );
  if (names.length === 0) throw new Stop(`No parser is called “${values.only.join('”, “')}”.`, 2);
  /** @type {Line[]} */
  const lines = [];
  const left = [...names];
  const work = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const line = await tryParser(electron.program, out, name, values);
      lines.push(line);
      console.log(writeLine(line));
    }
  };
  console.log(writeLine(titles));
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
  return report(lines, values.seed, out);
});

/**
 * @param {string} program
 * @returns {Promise<string[]>}
 */
async function listParsers(program) {
  const child = startChild(program, ['list.ts'], ['ignore', 'pipe', 'inherit']);
  let text = '';
  child.stdout?.on('data', piece => {
    text += piece;
  });
  await new Promise(resolve => child.once('close', resolve));
  return text.split('\n').filter(Boolean);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} stdio
 */
function startChild(program, args, stdio) {
  const env = {
    ...process.env,
    ELECTRON_RUN_AS_NODE: '1',
    NODE_NO_WARNINGS: '1',
    // Thousands of profiles are made; in memory that is quick.
    TMPDIR: fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(),
  };
  return spawn(program, [`--max-old-space-size=${heapMb}`, 'tests/fuzz/load.mjs', ...args], {
    cwd: root,
    env,
    stdio,
  });
}

/**
 * Tries one parser; where its process hangs or ends by itself, that is a failure, and another goes on behind it.
 *
 * @param {string} program
 * @param {string} out
 * @param {string} name
 * @param {{ tries: string, seed: string, from: string }} options
 * @returns {Promise<Line>}
 */
async function tryParser(program, out, name, { tries, seed, from }) {
  const folder = path.join(out, name.replaceAll(/\W+/g, '-'));
  fs.mkdirSync(folder, { recursive: true });
  /** @type {Line} */
  const line = { name, tries: 0, read: 0, refused: 0, peakMb: 0, seconds: 0, failures: [] };
  const end = Number(from) + Number(tries);
  for (let next = Number(from); next < end; ) {
    const slice = fs.mkdtempSync(
      path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'baseline-fuzz-'),
    );
    const child = startChild(
      program,
      ['child.ts', name, seed, String(next), String(end - next), slice],
      'inherit',
    );
    const ended = await watchChild(child, path.join(slice, 'at'));
    const [n = next, read = 0, refused = 0, peakMb = 0, spentS = 0] = readSign(path.join(slice, 'at'));
    line.tries += n - next;
    line.read += read;
    line.refused += refused;
    line.peakMb = Math.max(line.peakMb, peakMb);
    line.seconds += spentS;
    line.failures.push(...readFailures(slice));
    for (const file of fs.readdirSync(slice).filter(one => one.startsWith('input-')))
      fs.copyFileSync(path.join(slice, file), path.join(folder, file));
    fs.rmSync(slice, { recursive: true, force: true });
    if (n >= end) break;
    line.tries++;
    line.failures.push({ n, what: ended });
    next = n + 1;
  }
  return { ...line, seconds: Math.round(line.seconds) };
}

/**
 * Waits for the end of a process, and ends it once it reads one input for too long. Answers with how it ended.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} sign
 * @returns {Promise<string>}
 */
function watchChild(child, sign) {
  return new Promise(resolve => {
    let seen = { n: -1, sinceS: 0 };
    let hangs = false;
    const timer = setInterval(() => {
      const [n = -1] = readSign(sign);
      const spentS = readSpent(child.pid ?? 0);
      if (n !== seen.n) seen = { n, sinceS: spentS };
      else if (n >= 0 && spentS - seen.sinceS > patienceS) {
        hangs = true;
        child.kill('SIGKILL');
      }
    }, 500);
    child.once('close', (code, signal) => {
      clearInterval(timer);
      resolve(hangs ? `hangs for more than ${patienceS} s` : `the process ended (${signal ?? code})`);
    });
  });
}

/** Seconds of processor time of a process; where the system does not tell, of the clock. @param {number} pid */
function readSpent(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Date.now() / 1000;
  }
}

/** @param {string} file */
function readSign(file) {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
  return text === '' ? [] : text.split(' ').map(Number);
}

/**
 * @param {string} slice
 * @returns {Failure[]}
 */
function readFailures(slice) {
  const file = path.join(slice, 'failures');
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(text => JSON.parse(text));
}

/** @param {Line | typeof titles} line */
function writeLine({ name, tries, read, refused, failures, peakMb, seconds }) {
  const figures = [
    tries,
    read,
    refused,
    typeof failures === 'string' ? failures : failures.length,
    peakMb,
    seconds,
  ];
  return name.padEnd(30) + figures.map(figure => String(figure).padStart(13)).join('');
}

/**
 * Tells the failures, those of one cause once, and the last line of all.
 *
 * @param {Line[]} lines
 * @param {string} seed
 * @param {string} out
 */
function report(lines, seed, out) {
  for (const { name, failures } of lines) {
    /** @type {Map<string, Failure[]>} */
    const causes = new Map();
    for (const failure of failures) {
      const cause = failure.what.split('\n').slice(0, 4).join('\n').slice(0, 500);
      causes.set(cause, [...(causes.get(cause) ?? []), failure]);
    }
    for (const [what, [first, ...others]] of causes)
      console.log(
        `\n${name}, seed ${seed}, input ${first?.n}${others.length > 0 ? ` and ${others.length} more` : ''}: ${what}`,
      );
  }
  const failed = lines.reduce((sum, { failures }) => sum + failures.length, 0);
  const tries = lines.reduce((sum, line) => sum + line.tries, 0);
  if (failed > 0) console.log(`\nThe inputs lie in ${path.relative(root, out)}.`);
  console.log(`\n${tries - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
