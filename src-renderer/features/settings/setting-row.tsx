import { type ReactNode, useEffect, useState } from 'react';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import type { SettingField } from './setting-fields.ts';

type SettingRowProps = {
  field: SettingField;
  settings: Settings;
  fault: string | null;
  onChange(values: Partial<Settings>): void;
  /** The text in the field was not understood, and nothing was changed. */
  onRefused(): void;
};

/** One setting: its name, its control, and the line that says what it does. */
export function SettingRow(props: SettingRowProps): ReactNode {
  const { field, fault } = props;
  return (
    <div className="setting">
      <label className="setting-name" htmlFor={`setting-${field.id}`}>
        {field.name}
      </label>
      <div className="setting-control">
        <Control {...props} />
      </div>
      <p id={`says-${field.id}`} className="setting-says">
        {field.says} <span className="setting-default">Default: {field.standard}.</span>
      </p>
      <p id={`fault-${field.id}`} className="field-fault" role="alert">
        {fault}
      </p>
    </div>
  );
}

function Control(props: SettingRowProps): ReactNode {
  const { field, settings, onChange } = props;
  const shared = {
    id: `setting-${field.id}`,
    'aria-describedby': `says-${field.id} fault-${field.id}`,
  };
  switch (field.control) {
    case 'switch':
      return (
        <input
          {...shared}
          type="checkbox"
          checked={field.isOn(settings)}
          onChange={event => onChange(field.turn(event.target.checked))}
        />
      );
    case 'choice':
      return (
        <select
          {...shared}
          value={field.show(settings)}
          onChange={event => {
            const option = field.options.find(({ value }) => value === event.target.value);
            if (option) onChange(option.change);
          }}
        >
          {field.options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      );
    case 'key':
      return <KeyControl {...props} field={field} shared={shared} />;
    case 'text':
      return <TextControl {...props} field={field} shared={shared} />;
  }
}

type TextControlProps = SettingRowProps & {
  field: Extract<SettingField, { control: 'text' }>;
  shared: { id: string; 'aria-describedby': string };
};

/** A text is taken when the field is left or Enter is pressed. What is not understood stays to be mended. */
function TextControl({ field, settings, fault, onChange, onRefused, shared }: TextControlProps): ReactNode {
  const inForce = field.show(settings);
  const [text, setText] = useState(inForce);
  useEffect(() => setText(inForce), [inForce]);
  const take = (typed: string): void => {
    const values = field.read(typed.trim());
    if (!values) onRefused();
    else if (typed.trim() !== inForce || fault !== null) onChange(values);
  };
  const commit = (): void => take(text);
  return (
    <>
      <input
        {...shared}
        type={field.type ?? 'text'}
        className={field.type === 'date' ? 'setting-date' : 'setting-text'}
        autoComplete="off"
        value={text}
        aria-invalid={fault !== null}
        onChange={event => {
          setText(event.target.value);
          // A date from the calendar is whole at once; one that is typed has no year of four digits before that.
          if (field.type === 'date' && /^2\d{3}-/.test(event.target.value)) take(event.target.value);
        }}
        onBlur={commit}
        onKeyDown={event => {
          if (event.key === 'Enter') commit();
        }}
      />
      {field.unit && <span className="setting-unit">{field.unit}</span>}
    </>
  );
}

type KeyControlProps = SettingRowProps & {
  field: Extract<SettingField, { control: 'key' }>;
  shared: TextControlProps['shared'];
};

/** A key is taken as it is pressed. Keys that move the focus keep doing so. */
function KeyControl({ field, settings, onChange, onRefused, shared }: KeyControlProps): ReactNode {
  const inForce = field.show(settings);
  return (
    <input
      {...shared}
      type="text"
      className="setting-key"
      autoComplete="off"
      value={inForce}
      // The key itself is taken below; a paste or a drop says nothing.
      onChange={() => {}}
      onKeyDown={event => {
        if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        if (event.key === inForce) return;
        const values = field.read(event.key, settings);
        if (values) onChange(values);
        else onRefused();
      }}
    />
  );
}
