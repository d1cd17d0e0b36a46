import type { ReactNode } from 'react';
import type { Default } from '../../src-shared/domain/deck/card-schema.ts';

const sources = { brief: 'core figure', field: 'common practice' } as const;

/** The figures of a default, each with where it comes from; nothing where it has none. */
export function FigureTable({ figures }: Pick<Default, 'figures'>): ReactNode {
  if (figures.length === 0) return null;
  return (
    <table className="figures">
      <caption className="visually-hidden">Figures</caption>
      <tbody>
        {figures.map(({ what, value, source }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{value}</td>
            <td className="muted">{sources[source]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
