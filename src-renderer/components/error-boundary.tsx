import { Component, type ReactNode } from 'react';

/** The last resort: a screen that says what to do when drawing another one failed. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="page">
        <h1>This screen could not be drawn</h1>
        <p className="reading">
          Everything you answered is saved. Load the screen again; if it fails again, restart Baseline.
        </p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Load again
        </button>
      </main>
    );
  }
}
