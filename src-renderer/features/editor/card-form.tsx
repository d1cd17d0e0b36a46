import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import type { DraftFault } from '../../../src-shared/ipc/own-contract.ts';
import { referenceQuery } from '../../api.ts';
import {
  backFields,
  type Draft,
  type Field,
  listFields,
  namePath,
  readAt,
  readField,
  readFormKind,
  showField,
  tellFault,
  writeAt,
} from './fields.ts';
import { OptionFields } from './option-fields.tsx';
import { TextField } from './text-field.tsx';

type CardFormProps = {
  draft: Draft;
  /** What is wrong, once that is to be told. */
  faults: readonly DraftFault[];
  onChange(draft: Draft): void;
};

/** The fields of a card, by its kind. */
export function CardForm({ draft, faults, onChange }: CardFormProps): ReactNode {
  const kind = readFormKind(draft);
  if (kind === null) return null;
  const draw = (field: Field): ReactNode => (
    <TextField
      key={namePath(field.path)}
      label={field.label}
      help={field.help}
      lines={field.lines}
      value={showField(draft, field)}
      fault={tellFault(faults, namePath(field.path))}
      onChange={text => onChange(writeAt(draft, field.path, readField(field, text)))}
    />
  );
  return (
    <>
      {listFields(kind).map(draw)}
      {kind === 'choice' && <OptionFields draft={draft} faults={faults} onChange={onChange} />}
      <details className="editor-more" open={backFields.some(field => showField(draft, field) !== '')}>
        <summary>Reasons, tags and the default behind it</summary>
        {backFields.map(draw)}
        <TagsField draft={draft} fault={tellFault(faults, 'tags')} onChange={onChange} />
        <DefaultField draft={draft} onChange={onChange} />
      </details>
    </>
  );
}

type PartProps = Pick<CardFormProps, 'draft' | 'onChange'>;

function TagsField({ draft, fault, onChange }: PartProps & { fault: string | null }): ReactNode {
  const tags = readAt(draft, ['tags']);
  const [typed, setTyped] = useState(Array.isArray(tags) ? tags.join(', ') : '');
  return (
    <TextField
      label="Tags"
      help="With commas between them."
      value={typed}
      fault={fault}
      onChange={text => {
        setTyped(text);
        const list = text.split(',').map(tag => tag.trim());
        onChange({ ...draft, tags: list.filter(tag => tag !== '') });
      }}
    />
  );
}

function DefaultField({ draft, onChange }: PartProps): ReactNode {
  const id = useId();
  const topics = useQuery(referenceQuery).data?.topics ?? [];
  return (
    <div className="editor-field">
      <label htmlFor={id}>The default that it is about</label>
      <select
        id={id}
        value={showField(draft, { path: ['default'], label: '' })}
        onChange={event => onChange({ ...draft, default: event.target.value })}
      >
        <option value="">None</option>
        {topics.map(({ topic, title, defaults }) => (
          <optgroup key={topic} label={title}>
            {defaults.map(one => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
