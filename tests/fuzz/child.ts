import fs from 'node:fs';
import path from 'node:path';
import { parsers } from './parsers.ts';
import { tryParser } from './run.ts';

// A slice of the long form: one parser in a process of its own, which whoever started it watches and may end.

const [name = '', seed = '', from = '', tries = '', folder = ''] = process.argv.slice(2);
const parser = parsers.find(one => one.name === name);
if (!parser) throw new Error(`no parser is called ${name}`);

const sign = fs.openSync(path.join(folder, 'at'), 'w');
/** Says which input is being read, and how many were before, before it is: a process that is ended says no more. */
const say = (n: number, { read, refused }: { read: number; refused: number }): void => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const figures = [n, read, refused, Math.round(maxRSS / 1024), (userCPUTime + systemCPUTime) / 1e6];
  fs.writeSync(sign, `${figures.join(' ').padEnd(60)}\n`, 0);
};
const tally = await tryParser(parser, {
  seed: Number(seed),
  from: Number(from),
  tries: Number(tries),
  folder: path.join(folder, 'work'),
  before: say,
  failed: (failure, input) => {
    fs.appendFileSync(path.join(folder, 'failures'), `${JSON.stringify(failure)}\n`);
    fs.writeFileSync(path.join(folder, `input-${failure.n}`), input);
  },
});
say(Number(from) + Number(tries), tally);
process.exit(0);
