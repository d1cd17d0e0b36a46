import { type ReactNode, useId, useState } from 'react';

type TextFormProps = {
  label: string;
  start?: string;
  /** A field of so many lines; without it, a single line. */
  lines?: number;
  longest: number;
  mayBeEmpty?: boolean;
  /** Whether a text that is not empty will do; without it, any does. */
  accepts?(text: string): boolean;
  refusal?: string;
  action: string;
  onSubmit(text: string): void;
  close(): void;
};

/** One text, asked for in a dialog. Enter hands in a single line; Ctrl+Enter hands in any. */
export function TextForm(props: TextFormProps): ReactNode {
  const { label, start = '', lines, longest, mayBeEmpty = false, action, onSubmit, close } = props;
  const [text, setText] = useState(start);
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const submit = (): void => {
    const trimmed = text.trim();
    const isRefused = (trimmed === '' && !mayBeEmpty) || props.accepts?.(trimmed) === false;
    if (isRefused) {
      setFault(props.refusal ?? 'Write something first.');
    } else {
      close();
      onSubmit(trimmed);
    }
  };
  const field = {
    id,
    value: text,
    maxLength: longest,
    'aria-invalid': fault !== null,
    'aria-describedby': `${id}-fault`,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
  };
  return (
    <form
      className="text-form"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id}>{label}</label>
      {lines === undefined ? (
        <input {...field} autoComplete="off" onFocus={event => event.target.select()} />
      ) : (
        <textarea {...field} rows={lines} />
      )}
      <p id={`${id}-fault`} className="field-fault" role="alert">
        {fault}
      </p>
      <button type="submit" className="button button-main">
        {action}
      </button>
    </form>
  );
}
