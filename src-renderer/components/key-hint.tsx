import type { ReactNode } from 'react';

/** The key that does the same, beside a button's words. It is no part of the button's name. */
export function KeyHint({ children }: { children: string }): ReactNode {
  return (
    <span aria-hidden="true" className="key">
      {children}
    </span>
  );
}
