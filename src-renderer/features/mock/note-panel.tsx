import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';

/** Notes are saved so long after the last key, in ms. */
const SAVE_AFTER_MS = 250;

/** Free notes. They are kept with the attempt and never scored. */
export function NotePanel({ attemptId, note }: { attemptId: string; note: string }): ReactNode {
  const { reportProblem } = useNotices();
  const [text, setText] = useState(note);
  const saved = useRef(note);
  const id = useId();
  const save = useEffectEvent((): void => {
    if (text === saved.current) return;
    saved.current = text;
    callApi('mocks:note', { attemptId, text }).catch(reportProblem);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key starts the wait anew
  useEffect(() => {
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => save(), []);
  return (
    <section className="note-panel">
      <label htmlFor={id}>
        Notes <span className="muted">never scored; they stay with this interview</span>
      </label>
      <textarea
        id={id}
        rows={6}
        maxLength={20_000}
        value={text}
        onChange={event => setText(event.target.value)}
        onBlur={() => save()}
      />
    </section>
  );
}
