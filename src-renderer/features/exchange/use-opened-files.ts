import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { callApi, exchangeQuery, offerFile } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';

/** What opened files need of the window: whether it may leave what is on screen, and the way to the import. */
export type FileWays = { isBound: boolean; showExchange(): void };

/** While a file is held over the window, events come several times as often as this (350 ms at most, by the standard). */
const goneAfterMs = 800;

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/**
 * Leads to a file that was opened with Baseline or dropped on its window, which is looked into and waits there. True
 * while a file is held over the window.
 */
export function useOpenedFiles({ isBound, showExchange }: FileWays): boolean {
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();
  const [isOver, setOver] = useState(false);

  const look = useEffectEvent(async () => {
    try {
      const state = await callApi('exchange:get', {});
      queries.setQueryData(exchangeQuery.queryKey, state);
      const isLooked = state.kind === 'chosen' || (state.kind === 'running' && state.what === 'import');
      if (!isLooked) return;
      if (isBound) announce(`${state.name} waits under Settings until you are done here.`);
      else showExchange();
    } catch (error) {
      reportProblem(error);
    }
  });
  const take = useEffectEvent(async (files: readonly File[]) => {
    try {
      const [file] = files;
      if (!file || files.length > 1)
        throw new ProblemError('invalid', 'Baseline opens one file at a time.', 'Drop a single file.');
      await offerFile(file);
      await look();
    } catch (error) {
      reportProblem(error);
    }
  });

  useEffect(() => {
    // One may have been opened before the page was there.
    void look();
    return window.baseline.on('exchange:offered', () => void look());
  }, []);
  useEffect(() => {
    // What is on screen may want the drop for itself, and prevents its default then.
    let timer: number | undefined;
    const end = (): void => {
      window.clearTimeout(timer);
      setOver(false);
    };
    const onOver = (event: DragEvent): void => {
      if (event.defaultPrevented || !hasFiles(event)) {
        end();
        return;
      }
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
      // A drag that is called off tells nothing.
      window.clearTimeout(timer);
      timer = window.setTimeout(end, goneAfterMs);
    };
    const onDrop = (event: DragEvent): void => {
      end();
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      void take([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.clearTimeout(timer);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return isOver;
}
