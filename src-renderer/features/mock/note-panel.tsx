import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';

/** Notes are saved so long after the last key, in ms: with the call itself within 300. */
const SAVE_AFTER_MS = 200;

type NotePanelProps = {
  attemptId: string;
  text: string;
  onChange(text: string): void;
  /** Escape leaves the notes. */
  onLeave(): void;
};

/** Free notes. They are kept with the attempt and never scored. */
export function NotePanel({ attemptId, text, onChange, onLeave }: NotePanelProps): ReactNode {
  const { reportProblem } = useNotices();
  const saved = useRef(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const save = useEffectEvent((isLast: boolean): void => {
    if (text === saved.current) return;
    saved.current = text;
    callApi('mocks:note', { attemptId, text }).catch((error: unknown) => {
      // Where the interview ended meanwhile there is nobody left to tell.
      if (!isLast) reportProblem(error);
    });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key starts the wait anew
  useEffect(() => {
    const timer = setTimeout(() => save(false), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    field.current?.focus();
    return () => save(true);
  }, []);
  return (
    <section className="note-panel" aria-label="Notes">
      <label htmlFor={id}>Notes</label>
      <p id={`${id}-says`} className="muted">
        Never scored; kept with this interview.
      </p>
      <textarea
        ref={field}
        id={id}
        rows={7}
        maxLength={20_000}
        value={text}
        aria-describedby={`${id}-says`}
        onChange={event => onChange(event.target.value)}
        onBlur={() => save(false)}
        onKeyDown={event => {
          if (event.key === 'Escape') onLeave();
        }}
      />
    </section>
  );
}
