import { type ReactNode, useRef, useState } from 'react';

/** What went wrong inside, for whoever looks into it: behind a fold, and copied by a button. */
export function ProblemDetails({ text }: { text: string }): ReactNode {
  const lines = useRef<HTMLPreElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    if (!lines.current) return;
    // The page has no permission for the clipboard; a copy of what is chosen needs none.
    getSelection()?.selectAllChildren(lines.current);
    setCopied(document.execCommand('copy'));
    getSelection()?.removeAllRanges();
  };
  return (
    <details className="problem-details">
      <summary>Details</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself can be scrolled by keyboard */}
      <section className="problem-lines" aria-label="What went wrong inside" tabIndex={0}>
        <pre ref={lines}>{text}</pre>
      </section>
      <button type="button" className="button" onClick={copy}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </details>
  );
}
