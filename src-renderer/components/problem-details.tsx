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
      <pre ref={lines}>{text}</pre>
      <button type="button" className="button" onClick={copy}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </details>
  );
}
