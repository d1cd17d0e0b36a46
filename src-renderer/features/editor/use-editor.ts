import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { type CardKind, cardKinds } from '../../../src-shared/domain/deck/card-schema.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { DraftFault } from '../../../src-shared/ipc/own-contract.ts';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { beginDraft, type Draft, trimDraft } from './fields.ts';
import { useDraftKeeper, type Written } from './use-draft.ts';

/** A card that is edited, or a new one in a deck. */
export type Edited = { cardId: CardId | null; deck: { id: string; title: string }; begun: Written };

/** What the editor holds, and what can be done with it. */
export type Editor = ReturnType<typeof useEditor>;

/** Holds a card while it is written. `onDone` is called once it is saved or taken out. */
export function useEditor({ cardId, deck, begun }: Edited, onDone: () => void) {
  const keeper = useDraftKeeper(cardId ?? `new:${deck.id}`);
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();
  const [written, setWritten] = useState<Written>(keeper.kept ?? begun);
  const [isDirty, setDirty] = useState(keeper.kept !== null);
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const [conflict, setConflict] = useState<{ theirs: string | null } | null>(null);
  /** How many new cards were saved here: each begins with fields of its own. */
  const [saved, setSaved] = useState(0);
  const busy = useRef(false);

  const text = useDeferredValue(writeOut(written));
  const check = useQuery({
    queryKey: ['own-check', text],
    queryFn: () => callApi('own:check', { text }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

  const put = (next: Written): void => {
    setWritten(next);
    setDirty(true);
    keeper.keep(next);
  };
  const begin = (next: Written): void => {
    keeper.drop();
    setWritten(next);
    setDirty(false);
    setFaults([]);
  };
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      await work();
    } catch (error) {
      reportProblem(error);
    } finally {
      busy.current = false;
    }
  };

  const saveAs = (id: CardId | null, base: string | null): Promise<void> =>
    once(async () => {
      const isText = written.text !== null;
      const result = await callApi('own:save', {
        deck: deck.id,
        cardId: id,
        base,
        text: writeOut(written),
        isText,
      });
      if (result.kind === 'conflict') setConflict(result);
      else if (result.kind === 'faulty') {
        setFaults(result.faults);
        announce('Not saved: something is missing or wrong.');
      } else {
        if (cardId === null) {
          // At once: what is typed from now on is the next card's.
          const kind = cardKinds.find(one => one === written.draft.kind) ?? 'basic';
          begin({ base: null, draft: beginDraft(kind), text: isText ? '' : null });
          setSaved(saved + 1);
        } else keeper.drop();
        await queries.invalidateQueries();
        if (cardId !== null) onDone();
        // Leaving clears what was said before.
        announce(`Saved in ${deck.title}.`);
      }
    });

  return {
    written,
    isDirty,
    isRestored: keeper.kept !== null,
    faults,
    conflict,
    saved,
    check: check.data ?? null,
    setDraft: (draft: Draft) => put({ ...written, draft }),
    setText: (lines: string) => put({ ...written, text: lines }),
    setKind: (kind: CardKind) => put({ ...written, draft: { ...written.draft, ...beginDraft(kind) } }),
    /** Goes on in lines of YAML, or back in fields; what is written stays. */
    turn: () =>
      once(async () => {
        const { lines, fields } = await callApi('own:check', { text: writeOut(written) });
        const isUntouched = !isDirty && written.base !== null;
        if (written.text !== null) put({ ...written, draft: fields, text: null });
        else put({ ...written, text: isUntouched ? written.base : lines });
      }),
    save: () => saveAs(cardId, written.base),
    keepMine: (theirs: string) => saveAs(cardId, theirs),
    keepBoth: () => saveAs(null, null),
    closeConflict: () => setConflict(null),
    /** Forgets what was not saved. */
    drop: () => begin(begun),
    remove: () =>
      once(async () => {
        if (cardId === null || written.base === null) return;
        const result = await callApi('own:remove', { cardId, base: written.base });
        if (result.kind === 'conflict') {
          setConflict(result);
          return;
        }
        keeper.drop();
        await queries.invalidateQueries();
        onDone();
        announce(`Taken out of ${deck.title}.`);
      }),
  };
}

function writeOut({ draft, text }: Written): string {
  return text ?? JSON.stringify(trimDraft(draft));
}
