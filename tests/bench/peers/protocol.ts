/** What is timed of every program. Each means the same for all of them; see docs/performance-peers.md. */
export const operations = [
  'open',
  'counts',
  'next',
  'answer',
  'undo',
  'search',
  'plots',
  'statistics',
  'export',
  'import',
  'check',
] as const;
export type OperationName = (typeof operations)[number];

/** A request to a side, which is a process of its own that reads and writes lines of JSON. */
export type Request =
  /** Makes its collection of a package, in a folder that is not there yet. */
  | { do: 'load'; folder: string; package: string }
  /** Makes an operation ready on a copy of its collection, in another such folder; `words` are what is searched for. */
  | { do: 'begin'; op: OperationName; folder: string; words: readonly string[] }
  | { do: 'time'; repetitions: number }
  | { do: 'end' };

/** Times in ms, taken inside that process; of what an operation answers with, whole numbers. */
export type Timed = { times: number[]; results: (number | null)[] };
