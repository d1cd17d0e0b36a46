import type { ReactNode } from 'react';
import type { Session, Today } from '../../../src-shared/ipc/contract.ts';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';

type ExtraStudyProps = {
  /** Topics to choose from; none are offered where there are none. */
  topics: Today['topics'];
  onStart(session: Session): void;
};

type Scope = Extract<Session, { kind: 'extra' }>['scope'];

/** Study beyond today's work, on demand. */
export function ExtraStudy({ topics, onStart }: ExtraStudyProps): ReactNode {
  const { reportProblem } = useNotices();
  const start = (scope: Scope, minutes: number | null): void => {
    callApi('extra:begin', { scope, minutes }).then(onStart).catch(reportProblem);
  };
  return (
    <section aria-labelledby="extra-title" className="extra">
      <h2 id="extra-title" className="section-title">
        Extra study
      </h2>
      <p className="reading">
        Practise as much as you like. It is kept in your log and does not change the schedule.
      </p>
      <div className="button-row">
        <button type="button" className="button" onClick={() => start({ kind: 'all' }, 30)}>
          30 minutes
        </button>
        <button type="button" className="button" onClick={() => start({ kind: 'missed' }, null)}>
          Only what I miss
        </button>
        {topics.map(({ topic, title }) => (
          <button
            key={topic}
            type="button"
            className="button"
            onClick={() => start({ kind: 'topic', topic }, null)}
          >
            Only {title}
          </button>
        ))}
      </div>
    </section>
  );
}
