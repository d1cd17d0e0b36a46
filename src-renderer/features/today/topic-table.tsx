import type { ReactNode } from 'react';
import type { Today } from '../../../src-shared/ipc/contract.ts';

/** Due, new and learning by topic. A nought is set quietly, so that what is there stands out. */
export function TopicTable({ topics }: { topics: Today['topics'] }): ReactNode {
  return (
    <table className="topics">
      <thead>
        <tr>
          <th scope="col">Topic</th>
          <th scope="col">Due</th>
          <th scope="col">Learning</th>
          <th scope="col">New</th>
        </tr>
      </thead>
      <tbody>
        {topics.map(({ topic, title, counts }) => (
          <tr key={topic}>
            <th scope="row">{title}</th>
            <Count value={counts.due} />
            <Count value={counts.learning} />
            <Count value={counts.new} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({ value }: { value: number }): ReactNode {
  return <td className={value === 0 ? 'nought' : ''}>{value}</td>;
}
