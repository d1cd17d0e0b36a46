import type { CSSProperties, ReactNode } from 'react';
import type { Mastery } from '../../../src-shared/domain/statistics/mastery.ts';
import { standingNames } from '../../../src-shared/domain/statistics/ready-words.ts';
import { formatDay, formatShare } from '../../../src-shared/domain/wording.ts';
import type { Statistics } from '../../../src-shared/ipc/stats-contract.ts';

type MasteryMapProps = Pick<Statistics, 'mastery' | 'topics' | 'laterDate'> & {
  /** Opens the page of a default. */
  onShow(id: string): void;
};

/** All defaults by topic: how well each is held now, and on the later day. It is read as it is seen: a list. */
export function MasteryMap({ mastery, topics, laterDate, onShow }: MasteryMapProps): ReactNode {
  const later = laterDate === null ? null : formatDay(laterDate, 'short');
  return (
    <div className="mastery">
      {topics
        .map(({ topic, title }) => ({ title, own: mastery.filter(one => one.topic === topic) }))
        .filter(({ own }) => own.length > 0)
        .map(({ title, own }) => (
          <section key={title} aria-label={title} className="mastery-topic">
            <h3 className="mastery-title">{title}</h3>
            <ul className="mastery-tiles">
              {own.map(one => (
                <Tile key={one.id} one={one} later={later} onShow={onShow} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

type TileProps = Pick<MasteryMapProps, 'onShow'> & { one: Mastery; later: string | null };

function Tile({ one, later, onShow }: TileProps): ReactNode {
  const { id, name, standing, recall, recallLater, met, cards } = one;
  return (
    <li className={`tile tile-${standing}`}>
      <button type="button" className="tile-name" onClick={() => onShow(id)}>
        {name}
      </button>
      <span className="tile-figure">
        {recall === null ? '–' : formatShare(recall)}
        <span className="visually-hidden"> now, </span>
        <span className="tile-standing">{standingNames[standing]}</span>
      </span>
      <span className="tile-track" aria-hidden="true">
        {recall !== null && <span className="tile-bar" style={widthOf(recall)} />}
        {recallLater !== null && <span className="tile-later" style={leftOf(recallLater)} />}
      </span>
      <span className="tile-foot">
        {recallLater !== null && <span>{`${formatShare(recallLater)} on ${later}`}</span>}
        <span>{`${met} of ${cards} met`}</span>
      </span>
    </li>
  );
}

function widthOf(share: number): CSSProperties {
  return { width: `${share * 100}%` };
}

function leftOf(share: number): CSSProperties {
  return { left: `${share * 100}%` };
}
