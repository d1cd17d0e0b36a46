import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { ExchangeState, ExportName } from '../../../src-shared/ipc/exchange-contract.ts';
import type { Profile } from '../profile.ts';
import type { BroughtIn } from './bring-in.ts';
import { describeCounts, type Exported, exportFormats, planExport } from './export.ts';
import { importEndings, planImport, planLook, type ReadFile } from './import.ts';
import { readReportPage } from './readiness/write-report.ts';
import { CancelledError } from './watch.ts';
import { writeWholeNow } from './whole-file.ts';
import { cleanAfter, thenDo, thenWork } from './work.ts';

/** What export and import need of the system; null where the person chose nothing. */
export type Places = {
  /** Asks where to write; `name` is proposed, and the endings are offered in their order. */
  chooseSave(name: string, endings: readonly string[]): Promise<string | null>;
  chooseOpen(endings: readonly string[]): Promise<string | null>;
  showInFolder(path: string): void;
  /** A page on paper, as PDF. */
  printPdf(html: string): Promise<Uint8Array>;
};

/** The one export or import of an open profile that runs beside the window, and what the last came to. */
export type Exchange = ReturnType<typeof createExchange>;

export function createExchange(profile: Profile, places: Places) {
  let state: ExchangeState = { kind: 'idle' };
  let stop: (() => void) | null = null;
  let fault: unknown = null;
  /** The file that was looked into and waits for a word. */
  let waiting: { read: ReadFile; clear(): void } | null = null;

  /** Follows work until it ends; what went wrong is thrown once, by the next look. */
  const follow = <T>(
    what: 'export' | 'import',
    name: string,
    work: { done: Promise<T>; cancel(): void },
    tell: (value: T) => ExchangeState,
  ): ExchangeState => {
    state = { kind: 'running', what, name, share: 0 };
    stop = work.cancel;
    work.done.then(
      value => {
        state = tell(value);
        stop = null;
      },
      error => {
        state = { kind: 'idle' };
        stop = null;
        if (!(error instanceof CancelledError)) fault = error;
      },
    );
    return state;
  };
  const progress = (share: number): void => {
    if (state.kind === 'running') state = { ...state, share };
  };
  const refuseSecond = (): void => {
    if (state.kind === 'running') {
      throw new ProblemError('busy', 'Another file is being worked on.', 'Wait for it, or cancel it first.');
    }
  };
  const tellExported = ({ file, counts, leftOut }: Exported): ExchangeState => ({
    kind: 'exported',
    file,
    held: describeCounts(counts),
    leftOut,
  });

  const tellImported = (name: string, { decks: _decks, ...brought }: BroughtIn): ExchangeState => ({
    kind: 'imported',
    name,
    ...brought,
  });
  const dropWaiting = (): void => {
    waiting?.clear();
    waiting = null;
    if (state.kind === 'chosen') state = { kind: 'idle' };
  };

  return {
    state(): ExchangeState {
      const thrown = fault;
      fault = null;
      if (thrown) throw thrown;
      return state;
    },
    async export(format: ExportName, at: Instant): Promise<ExchangeState> {
      refuseSecond();
      const file = await places.chooseSave(nameExport(format, at), listEndings(format));
      if (file === null) return state;
      refuseSecond();
      dropWaiting();
      const work =
        path.extname(file).toLowerCase() === '.pdf' && format === 'report'
          ? { done: writePdf(profile, places, file, at), cancel: () => undefined }
          : planExport(profile, format, file, at).beside(progress);
      return follow('export', path.basename(file), work, tellExported);
    },
    async import(at: Instant): Promise<ExchangeState> {
      refuseSecond();
      const file = await places.chooseOpen(importEndings);
      if (file === null) return state;
      refuseSecond();
      dropWaiting();
      const name = path.basename(file);
      const work = planImport(profile, file, at).beside(progress);
      return follow('import', name, work, brought => tellImported(name, brought));
    },
    /** Looks into a file that was opened or dropped, and brings nothing in. Throws a ProblemError where it cannot be. */
    offer(file: string, at: Instant): ExchangeState {
      refuseSecond();
      if (!path.isAbsolute(file))
        throw new ProblemError(
          'invalid',
          'That is no file on this computer.',
          'Save it first, then open it.',
        );
      const { work, clear } = planLook(profile, file, at);
      // The folder of what was read before is another's now.
      waiting = null;
      const name = path.basename(file);
      const look = thenWork(work, read => thenDo(read.look(), holds => ({ read, holds }))).beside(progress);
      look.done.catch(clear);
      return follow('import', name, look, ({ read, holds }) => {
        waiting = { read, clear };
        return { kind: 'chosen', name, ...holds };
      });
    },
    /** What goes wrong outside of a call is told by the next look at the state. */
    fail(error: unknown): void {
      fault = error;
    },
    /** Brings in the file that was looked into. */
    bring(at: Instant): ExchangeState {
      if (waiting === null || state.kind !== 'chosen')
        throw new ProblemError('invalid', 'No file waits to be brought in.', 'Choose one with Import.');
      const { read, clear } = waiting;
      const { name } = state;
      waiting = null;
      const work = cleanAfter(read.bring(at), clear).beside(progress);
      return follow('import', name, work, brought => tellImported(name, brought));
    },
    cancel(): ExchangeState {
      stop?.();
      dropWaiting();
      return state;
    },
    show(): void {
      if (state.kind === 'exported') places.showInFolder(state.file);
    },
  };
}

/** How the file may end, the proposed way first. A double click on `.baseline` opens Baseline, and on `.json` it does not. */
function listEndings(format: ExportName): readonly string[] {
  const { ending } = exportFormats[format];
  if (format === 'json') return [ending, '.baseline'];
  return format === 'report' ? ['.pdf', ending] : [ending];
}

/** `baseline-2026-11-24.json` */
function nameExport(format: ExportName, at: Instant): string {
  const day = new Date(at.atMs + at.offsetMin * 60_000).toISOString().slice(0, 10);
  const kinds = { json: '', apkg: '', csv: '-tables', report: '-readiness' } as const;
  const ending = format === 'report' ? '.pdf' : exportFormats[format].ending;
  return `baseline${kinds[format]}-${day}${ending}`;
}

async function writePdf(profile: Profile, places: Places, file: string, at: Instant): Promise<Exported> {
  const pdf = await places.printPdf(readReportPage(profile, at));
  writeWholeNow(file, temporary => fs.writeFileSync(temporary, pdf, { mode: 0o600 }));
  return { file, counts: {}, leftOut: [] };
}
