import type { ReactNode } from 'react';

/** A key, or several, and what they do. */
export type KeyLine = { keys: string; does: string };

/** Keys of one moment as a table. */
export function KeyTable({ title, lines }: { title: string; lines: readonly KeyLine[] }): ReactNode {
  return (
    <table className="key-table">
      <caption>{title}</caption>
      <tbody>
        {lines.map(({ keys, does }) => (
          <tr key={keys}>
            <th scope="row">{keys}</th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
