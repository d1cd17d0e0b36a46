import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Problem } from '../../src-shared/domain/problem.ts';
import { describeProblem } from '../api.ts';
import { ProblemDetails } from './problem-details.tsx';

type Notices = {
  /** Shows what went wrong until it is dismissed or another takes its place. */
  reportProblem(error: unknown): void;
  /** Says something politely: shown in a line, and read out by screen readers. */
  announce(text: string): void;
  clear(): void;
  problem: Problem | null;
  message: string | null;
};

const NoticesContext = createContext<Notices | null>(null);

/** Keeps the one problem and the one message that the screens below may show. */
export function NoticesProvider({ children }: { children: ReactNode }): ReactNode {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const reportProblem = useCallback((error: unknown) => setProblem(describeProblem(error)), []);
  const announce = useCallback((text: string) => setMessage(text), []);
  const clear = useCallback(() => {
    setProblem(null);
    setMessage(null);
  }, []);
  const value = useMemo(
    () => ({ reportProblem, announce, clear, problem, message }),
    [reportProblem, announce, clear, problem, message],
  );
  return <NoticesContext value={value}>{children}</NoticesContext>;
}

/** The notices of the window. Only below a NoticesProvider. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('useNotices needs a NoticesProvider above it');
  return notices;
}

/** The place where problems and messages appear. The two regions always exist, so that changes are read out. */
export function NoticeArea(): ReactNode {
  const { problem, message, clear } = useNotices();
  return (
    <div className="notices">
      <div role="alert">
        {problem && (
          <div className="notice notice-problem">
            <div>
              <p>
                <strong>{problem.message}</strong> {problem.hint}
              </p>
              {problem.details !== undefined && <ProblemDetails text={problem.details} />}
            </div>
            <button type="button" className="button button-quiet" onClick={clear}>
              Dismiss
            </button>
          </div>
        )}
      </div>
      <div role="status">{message && <p className="notice">{message}</p>}</div>
    </div>
  );
}
