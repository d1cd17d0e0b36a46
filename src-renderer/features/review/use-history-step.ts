import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { describeStep } from './history-words.ts';

/** Undo and redo outside of a session: takes one step, says what it was, and lets what is on screen be read anew. */
export function useHistoryStep(): (direction: 'undo' | 'redo') => void {
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();
  return direction => {
    callApi(`history:${direction}`, { session: { kind: 'today' } })
      .then(({ label }) => announce(describeStep(direction, label)))
      .catch(reportProblem)
      .finally(() => queries.invalidateQueries());
  };
}
