import { type Fault, isPassed, type Outcome } from './fault.ts';

const widths = [46, 6, 14, 6, 8] as const;

/** The head of the table: fault, tries, acknowledged operations, lost, corrupt, verdict. */
export function formatHead(): string {
  const head = formatCells(['fault', 'tries', 'acknowledged', 'lost', 'corrupt'], 'verdict');
  return `${head}\n${'-'.repeat(head.length + 4)}`;
}

/** One line of it, and below it the first things that were found. */
export function formatLine(fault: Fault, outcome: Outcome): string {
  const { tries, acknowledged, lost, corrupt, found, skipped } = outcome;
  if (skipped !== null) return formatCells([fault.name, '-', '-', '-', '-'], `skipped: ${skipped}`);
  const cells = [fault.name, ...[tries, acknowledged, lost, corrupt].map(String)];
  const line = formatCells(cells, tellVerdict(fault, outcome));
  if (fault.mustLose) return line;
  return [line, ...found.slice(0, 5).map(text => `    ${text}`)].join('\n');
}

function tellVerdict(fault: Fault, outcome: Outcome): string {
  const passed = isPassed(fault, outcome);
  if (fault.mustLose) return passed ? 'passed: loses, as it must' : 'FAILED: lost nothing, so proves nothing';
  return passed ? 'passed' : 'FAILED';
}

function formatCells(cells: readonly string[], verdict: string): string {
  const [name = '', ...figures] = cells;
  const rest = figures.map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
  return [name.padEnd(widths[0]), ...rest, ` ${verdict}`].join(' ');
}
