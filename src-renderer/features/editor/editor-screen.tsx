import { useQuery } from '@tanstack/react-query';
import '../../styles/editor.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cardKinds } from '../../../src-shared/domain/deck/card-schema.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import { callApi } from '../../api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { keyText } from '../commands/key-text.ts';
import { CardSides } from '../review/card-sides.tsx';
import { kindTitles } from '../review/wording.ts';
import { CardForm } from './card-form.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { beginDraft, readFormKind } from './fields.ts';
import { TextField } from './text-field.tsx';
import { type Edited, type Editor, useEditor } from './use-editor.ts';

/** What is to be edited: a card of one's own, or a new one in a deck. */
export type EditTarget = { cardId: CardId } | { deck: { id: string; title: string } };

type EditorScreenProps = { target: EditTarget; onLeave(): void };

/** The editor, once the card was read from its file. */
export function EditorScreen({ target, onLeave }: EditorScreenProps): ReactNode {
  const { reportProblem } = useNotices();
  const cardId = 'cardId' in target ? target.cardId : null;
  const opened = useQuery({
    queryKey: ['own-open', cardId],
    queryFn: () => (cardId === null ? null : callApi('own:open', { cardId })),
    // What is being written stands against the file as it was opened.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => {
    if (!opened.error) return;
    reportProblem(opened.error);
    onLeave();
  }, [opened.error, reportProblem, onLeave]);

  if ('deck' in target) {
    const begun = { base: null, draft: beginDraft('basic'), text: null };
    return <CardEditor edited={{ cardId: null, deck: target.deck, begun }} onLeave={onLeave} />;
  }
  if (!opened.data) return <main className="page" aria-busy="true" />;
  const { deck, text, card } = opened.data;
  const begun = { base: text, draft: card, text: readFormKind(card) === null ? text : null };
  return (
    <CardEditor
      key={opened.dataUpdatedAt}
      edited={{ cardId: opened.data.cardId, deck, begun }}
      onLeave={onLeave}
      onReopen={() => void opened.refetch()}
    />
  );
}

type CardEditorProps = { edited: Edited; onLeave(): void; onReopen?(): void };

function CardEditor({ edited, onLeave, onReopen }: CardEditorProps): ReactNode {
  const { cardId, deck } = edited;
  const editor = useEditor(edited, onLeave);
  const { announce } = useNotices();
  const [isAsking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const { written, isDirty, faults, conflict, saved } = editor;
  useEffect(() => {
    if (cardId === null) form.current?.querySelector<HTMLElement>('textarea, input')?.focus();
    else heading.current?.focus();
  }, [cardId]);
  useEffect(() => {
    if (saved > 0) form.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, [saved]);
  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  const leave = (): void => {
    onLeave();
    if (isDirty) announce('Not saved yet; what you wrote waits here until you come back.');
  };
  useKeys(({ key, ctrl, repeat }) => {
    if (repeat) return false;
    if (ctrl && (key === 's' || key === 'Enter')) void editor.save();
    else if (key === 'Escape') leave();
    else return false;
    return true;
  });
  const general = faults.filter(({ field }) => field === null || written.text !== null);
  return (
    <>
      <main className="page page-wide editor">
        <h1 ref={heading} tabIndex={-1}>
          {cardId === null ? `New card in ${deck.title}` : `A card of ${deck.title}`}
        </h1>
        {editor.isRestored && isDirty && (
          <p className="muted">
            What you had not saved is back.{' '}
            <button type="button" className="button-link" onClick={editor.drop}>
              Drop it
            </button>
          </p>
        )}
        <div className="editor-sides">
          <div ref={form} key={saved}>
            {cardId === null && written.text === null && <KindField editor={editor} />}
            {written.text === null ? (
              <CardForm draft={written.draft} faults={faults} onChange={editor.setDraft} />
            ) : (
              <TextField
                label="The card as its file has it"
                help="YAML, as the deck format describes it."
                lines={18}
                isCode
                value={written.text}
                fault={null}
                onChange={editor.setText}
              />
            )}
            {general.map(({ field, message }) => (
              <p key={`${field} ${message}`} className="field-fault">
                {field === null ? message : `${field}: ${message}`}
              </p>
            ))}
          </div>
          <Preview editor={editor} />
        </div>
      </main>
      <footer className="foot">
        <div className="button-row">
          <button type="button" className="button button-main" onClick={() => void editor.save()}>
            Save
            <KeyHint>{keyText('CmdOrCtrl+S')}</KeyHint>
          </button>
          {(readFormKind(written.draft) !== null || written.text === null) && (
            <button type="button" className="button" onClick={() => void editor.turn()}>
              {written.text === null ? 'Write as text' : 'Write in fields'}
            </button>
          )}
          {cardId !== null && (
            <button type="button" className="button" onClick={() => setAsking(true)}>
              Take out of the deck…
            </button>
          )}
          <button type="button" className="button" onClick={leave}>
            Back
            <KeyHint>Esc</KeyHint>
          </button>
        </div>
      </footer>
      {isAsking && (
        <Dialog title="Take this card out?" onClosed={() => setAsking(false)}>
          {close => (
            <div className="text-form">
              <p>
                Its lines leave the deck’s file, and it is asked no more. What you answered stays in your log.
              </p>
              <button
                type="button"
                className="button"
                onClick={() => {
                  close();
                  void editor.remove();
                }}
              >
                Take it out
              </button>
            </div>
          )}
        </Dialog>
      )}
      {conflict && (
        <ConflictDialog
          mine={written.text ?? editor.check?.lines ?? ''}
          theirs={conflict.theirs}
          onKeepMine={() => conflict.theirs !== null && void editor.keepMine(conflict.theirs)}
          onTakeTheirs={() => {
            editor.drop();
            onReopen?.();
          }}
          onKeepBoth={() => void editor.keepBoth()}
          onClosed={editor.closeConflict}
        />
      )}
    </>
  );
}

function KindField({ editor }: { editor: Editor }): ReactNode {
  const { kind } = editor.written.draft;
  return (
    <div className="editor-field">
      <label htmlFor="editor-kind">Kind</label>
      <select
        id="editor-kind"
        value={typeof kind === 'string' ? kind : ''}
        onChange={event => {
          const chosen = cardKinds.find(one => one === event.target.value);
          if (chosen) editor.setKind(chosen);
        }}
      >
        {cardKinds.map(one => (
          <option key={one} value={one}>
            {kindTitles[one]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The card as it will be asked, while it is sound; else what is still to be written. */
function Preview({ editor }: { editor: Editor }): ReactNode {
  const { check } = editor;
  return (
    <section aria-labelledby="preview-title" className="editor-preview">
      <h2 id="preview-title" className="section-title">
        Preview
      </h2>
      {check?.sides ? (
        <CardSides card={check.sides} />
      ) : (
        <ul className="faults muted">
          {!editor.isDirty && <li>Write it, and it shows here as it will be asked.</li>}
          {(editor.isDirty ? check?.faults : [])?.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{[field, message].filter(Boolean).join(' ')}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
