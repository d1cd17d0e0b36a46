import type { Collection } from './collection.ts';
import { buildCollection } from './collection.ts';
import { measureOn } from './operations.ts';

// One step of the benchmark in a process of its own, so that its memory is its own: `build FOLDER CARDS` builds a
// collection, `measure NAME COLLECTION FOLDER` times an operation on copies of one. The answer is JSON on stdout.

const [task, ...args] = process.argv.slice(2);

async function run(): Promise<unknown> {
  if (task === 'build') {
    const [dir = '', cards] = args;
    return buildCollection(dir, { cards: Number(cards), reviews: Number(cards) * 10 });
  }
  const [name = '', json = '', folder = ''] = args;
  const collection: Collection = JSON.parse(json);
  return measureOn(collection, name, folder, 'whole');
}

process.stdout.write(JSON.stringify(await run()));
