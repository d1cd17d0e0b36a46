import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useRef } from 'react';
import { callApi } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';

type TextFieldProps = {
  label: string;
  help?: string | undefined;
  /** Lines of Markdown, into which a picture can be pasted or dropped; without it, one line. */
  lines?: number | undefined;
  isCode?: boolean;
  value: string;
  fault: string | null;
  onChange(text: string): void;
};

/** A field of a card's form, with what is wrong with it under it. */
export function TextField({ label, help, lines, isCode, value, fault, onChange }: TextFieldProps): ReactNode {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { reportProblem } = useNotices();

  /** Puts each picture at the cursor, with its description chosen so that the next letters say what it shows. */
  const takePictures = async (files: readonly File[]): Promise<void> => {
    try {
      for (const file of files) {
        const content = new Uint8Array(await file.arrayBuffer());
        const { address } = await callApi('own:add-picture', { content });
        insert(`![${pictureText}](${address})`);
      }
    } catch (error) {
      reportProblem(error);
    }
  };
  const insert = (text: string): void => {
    const field = area.current;
    if (!field) return;
    field.focus();
    const from = field.selectionStart;
    // Deprecated, and still the only way that leaves the field's own undo whole.
    document.execCommand('insertText', false, text);
    const start = from + text.indexOf(pictureText);
    field.setSelectionRange(start, start + pictureText.length);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const files = listPictures(event.clipboardData.files);
    if (files.length === 0) return;
    event.preventDefault();
    void takePictures(files);
  };
  const onDrop = (event: DragEvent): void => {
    const files = listPictures(event.dataTransfer.files);
    if (files.length === 0) return;
    event.preventDefault();
    void takePictures(files);
  };
  const shared = {
    id,
    value,
    'aria-invalid': fault !== null,
    'aria-describedby': `${id}-help ${id}-fault`,
  };
  return (
    <div className="editor-field">
      <label htmlFor={id}>{label}</label>
      {lines === undefined ? (
        <input {...shared} autoComplete="off" onChange={event => onChange(event.target.value)} />
      ) : (
        <textarea
          {...shared}
          ref={area}
          rows={lines}
          className={isCode ? 'editor-code' : undefined}
          onPaste={onPaste}
          onDrop={onDrop}
          onChange={event => onChange(event.target.value)}
        />
      )}
      <p id={`${id}-help`} className="setting-says">
        {help}
      </p>
      <p id={`${id}-fault`} className="field-fault">
        {fault}
      </p>
    </div>
  );
}

/** Stands where a picture's description belongs. */
const pictureText = 'what it shows';

const listPictures = (files: FileList): File[] => [...files].filter(file => file.type.startsWith('image/'));
