import type { ReactNode } from 'react';
import type { DraftFault } from '../../../src-shared/ipc/own-contract.ts';
import { type Draft, readAt, tellFault, writeAt } from './fields.ts';
import { TextField } from './text-field.tsx';

type OptionFieldsProps = { draft: Draft; faults: readonly DraftFault[]; onChange(draft: Draft): void };

const most = 5;
const fewest = 2;

/** The options of a choice: one is right, each other says under which fact it would be. */
export function OptionFields({ draft, faults, onChange }: OptionFieldsProps): ReactNode {
  const options = readOptions(draft);
  const put = (list: readonly unknown[]): void => onChange({ ...draft, options: list });
  const choose = (right: number): void =>
    put(
      options.map(({ text, rightIf }, n) =>
        n === right ? { text, right: true } : { text, right_if: rightIf },
      ),
    );
  return (
    <fieldset className="editor-options">
      <legend>Options</legend>
      {options.map(({ text, isRight, rightIf }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has no name but its place
        <div key={n} className="editor-option">
          <TextField
            label={`Option ${n + 1}`}
            value={text}
            fault={tellFault(faults, `options[${n}].text`) ?? tellFault(faults, `options[${n}]`)}
            onChange={typed => onChange(writeAt(draft, ['options', n, 'text'], typed))}
          />
          <div className="editor-option-row">
            <label className="pill">
              <input type="radio" name="right-option" checked={isRight} onChange={() => choose(n)} /> Right
            </label>
            {options.length > fewest && !isRight && (
              <button
                type="button"
                className="button button-quiet"
                onClick={() => put(readList(draft).toSpliced(n, 1))}
              >
                Take option {n + 1} out
              </button>
            )}
          </div>
          {!isRight && (
            <TextField
              label="Right if"
              value={rightIf}
              fault={tellFault(faults, `options[${n}].right_if`)}
              onChange={typed => onChange(writeAt(draft, ['options', n, 'right_if'], typed))}
            />
          )}
        </div>
      ))}
      {options.length < most && (
        <button
          type="button"
          className="button"
          onClick={() => put([...readList(draft), { text: '', right_if: '' }])}
        >
          Add an option
        </button>
      )}
    </fieldset>
  );
}

const readList = (draft: Draft): readonly unknown[] => {
  const list = readAt(draft, ['options']);
  return Array.isArray(list) ? list : [];
};

function readOptions(draft: Draft): { text: string; isRight: boolean; rightIf: string }[] {
  const read = (option: unknown, name: string): string => {
    const value = readAt(option, [name]);
    return typeof value === 'string' ? value : '';
  };
  return readList(draft).map(option => ({
    text: read(option, 'text'),
    isRight: readAt(option, ['right']) === true,
    rightIf: read(option, 'right_if'),
  }));
}
