import type { ReactNode } from 'react';

/** A tick or a cross, drawn so that right and wrong differ in shape. The words beside it say the same. */
export function Mark({ right }: { right: boolean }): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d={right ? 'M2.5 8.8 6.2 12.5 13.5 3.8' : 'M3.5 3.5 12.5 12.5 M12.5 3.5 3.5 12.5'} />
    </svg>
  );
}
