/** What a reader of lists hands each piece to. */
export type Lists = {
  /** Parses a piece wherever it begins and ends. */
  parse(piece: Buffer): void;
  /** The list whose item ended with the last byte that was parsed; null where none did. */
  ended(): string | null;
  /** Takes an item of a list that was parsed elsewhere. */
  take(list: string, item: object): void;
};

const [newline, comma, brace] = [0x0a, 0x2c, 0x7d];

/**
 * Reads lists that have a line an item, as our own export has them. After an item that ended in `},` and a new line the
 * next one begins, and where its line ends so too and is an object, JavaScript’s own parser reads it, in a fifth of the
 * time; everything else goes through `parse`, so that any JSON is read, however it is set. Throws what `lists` throws;
 * `refuse` is called where a line is longer than `longest`.
 */
export function createItemLines(lists: Lists, longest: number, refuse: () => never) {
  /** The list in which the next byte begins an item. */
  let list: string | null = null;
  let pending = Buffer.alloc(0);

  /** Parses up to the end of a line, and sees whether an item ended there. */
  const parseLine = (line: Buffer): void => {
    const ends = line.at(-1) === newline && line.at(-2) === comma && line.at(-3) === brace;
    if (!ends) {
      lists.parse(line);
      return;
    }
    lists.parse(line.subarray(0, -3));
    lists.parse(line.subarray(-3, -2));
    list = lists.ended();
    lists.parse(line.subarray(-2));
  };
  const takeLine = (line: Buffer, of: string): void => {
    const item = line.at(-2) === comma ? readObject(line.toString('utf8', 0, line.length - 2)) : null;
    if (item !== null) {
      lists.take(of, item);
      return;
    }
    list = null;
    parseLine(line);
  };
  return {
    write(piece: Buffer): void {
      let left = pending.length > 0 ? Buffer.concat([pending, piece]) : piece;
      pending = Buffer.alloc(0);
      while (left.length > 0) {
        const end = left.indexOf(newline) + 1;
        if (end === 0) {
          if (list === null) lists.parse(left);
          else if (left.length > longest) refuse();
          // The buffer that it came in is filled anew.
          else pending = Buffer.from(left);
          return;
        }
        const line = left.subarray(0, end);
        if (list === null) parseLine(line);
        else takeLine(line, list);
        left = left.subarray(end);
      }
    },
    end(): void {
      lists.parse(pending);
    },
  };
}

function readObject(text: string): object | null {
  if (!text.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
