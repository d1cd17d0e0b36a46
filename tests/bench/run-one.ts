import path from 'node:path';
import type { Collection } from './collection.ts';
import { buildCollection } from './collection.ts';
import { measure } from './measure.ts';
import { copyCollection, operations } from './operations.ts';

// One step of the benchmark in a process of its own, so that its memory is its own: `build FOLDER CARDS` builds a
// collection, `measure NAME COLLECTION FOLDER SHARE` times an operation on copies of one. The answer is JSON on stdout.

const [task, ...args] = process.argv.slice(2);

async function run(): Promise<unknown> {
  if (task === 'build') {
    const [dir = '', cards] = args;
    return buildCollection(dir, { cards: Number(cards), reviews: Number(cards) * 10 });
  }
  const [name, json = '', folder = '', share] = args;
  const operation = operations.find(one => one.name === name);
  if (!operation) throw new Error(`no operation is called ${name}`);
  const collection: Collection = JSON.parse(json);
  let copies = 0;
  const copy = (): Collection => copyCollection(collection, path.join(folder, `${++copies}`));
  const { warmUp, repetitions } = operation.often;
  const part = (count: number): number => Math.max(1, Math.round(count * Number(share)));
  return measure(await operation.prepare(copy), { warmUp: part(warmUp), repetitions: part(repetitions) });
}

process.stdout.write(JSON.stringify(await run()));
