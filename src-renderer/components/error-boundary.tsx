import { Component, type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '../../src-shared/domain/problem.ts';
import { describeProblem } from '../api.ts';
import { forgetScreen } from '../use-kept-screen.ts';
import { ProblemDetails } from './problem-details.tsx';

type State = { problem: Problem | null };

/** The last resort: a screen that says what to do when drawing another one failed. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { problem: null };

  static getDerivedStateFromError(error: unknown): State {
    return { problem: describeProblem(error) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (!problem) return this.props.children;
    return <NotDrawn problem={problem} />;
  }
}

/** Begins on the first screen: the one that failed would fail again. */
function loadAnew(): void {
  forgetScreen();
  window.location.reload();
}

function NotDrawn({ problem }: { problem: Problem }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  // Focus went with what it was on; here it is read out what happened, and Tab leads on.
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="page">
      <h1 ref={heading} tabIndex={-1}>
        This screen could not be drawn
      </h1>
      <p className="reading">
        Everything you answered is saved. Load the screen again; if it fails again, restart Baseline.
      </p>
      <button type="button" className="button" onClick={loadAnew}>
        Load again
      </button>
      {problem.details !== undefined && <ProblemDetails text={problem.details} />}
    </main>
  );
}
