/** What could not be taken along in one way: why, how often, and which (a few of them). */
export type LeftOut = { why: string; count: number; examples: string[] };

/** Longest list of examples of one reason. */
const examplesKept = 5;

/** Gathers what could not be taken along; the same reason stands once. */
export type Report = {
  add(why: string, example?: string): void;
  list(): LeftOut[];
};

export function createReport(from: readonly LeftOut[] = []): Report {
  const lines = new Map<string, LeftOut>();
  for (const line of from) lines.set(line.why, { ...line, examples: [...line.examples] });
  return {
    add: (why, example) => {
      const line = lines.get(why) ?? { why, count: 0, examples: [] };
      lines.set(why, line);
      line.count++;
      if (example !== undefined && line.examples.length < examplesKept && !line.examples.includes(example))
        line.examples.push(example);
    },
    list: () => [...lines.values()],
  };
}
