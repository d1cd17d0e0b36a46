import type { ReactNode } from 'react';

/** A part of a page by the id of its heading. */
export type PagePart = { id: string; title: string };

/** Leads to the parts of a long page. Each is a heading that can take the focus. */
export function PageNav({ parts }: { parts: readonly PagePart[] }): ReactNode {
  return (
    <nav aria-label="On this page" className="page-nav">
      {parts.map(({ id, title }) => (
        <button key={id} type="button" className="button-link" onClick={() => goTo(id)}>
          {title}
        </button>
      ))}
    </nav>
  );
}

/** The heading gets the focus, so that reading goes on there. */
function goTo(id: string): void {
  const title = document.getElementById(id);
  title?.focus({ preventScroll: true });
  title?.scrollIntoView({ block: 'start' });
}
