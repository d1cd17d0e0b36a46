import '../../styles/defaults.css';
import { type ReactNode, useState } from 'react';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { DefaultScreen } from './default-screen.tsx';
import { DefaultsScreen } from './defaults-screen.tsx';

type DefaultsAreaProps = {
  /** The default to begin with; null for the list of all. */
  first: string | null;
  onReport(attemptId: string): void;
  onShowMocks(): void;
  /** Shows the cards that a search finds. */
  onShowCards(search: string): void;
  onLeave(): void;
};

/** The defaults themselves: the list of all, and a page for each. */
export function DefaultsArea(props: DefaultsAreaProps): ReactNode {
  const { first, onReport, onShowMocks, onShowCards, onLeave } = props;
  const [open, setOpen] = useState(first);
  /** The one that was looked at last, where the list begins again. */
  const [last, setLast] = useState(first);
  const { clear } = useNotices();
  const show = (id: string | null): void => {
    clear();
    window.scrollTo({ top: 0 });
    if (id !== null) setLast(id);
    setOpen(id);
  };
  useKeys(({ key, repeat }) => {
    if (key !== 'Escape' || repeat) return false;
    if (open === null) onLeave();
    else show(null);
    return true;
  });
  if (open === null) return <DefaultsScreen last={last} onOpen={show} />;
  return (
    <DefaultScreen
      key={open}
      id={open}
      onOpen={show}
      onList={() => show(null)}
      onReport={onReport}
      onShowMocks={onShowMocks}
      onShowCards={() => onShowCards(`default:${open}`)}
    />
  );
}
