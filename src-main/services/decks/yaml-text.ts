import { type Document, type DocumentOptions, type ParseOptions, parseDocument, YAMLParseError } from 'yaml';
import { ProblemError } from '../../../src-shared/domain/problem.ts';

/** Lines as long as they are: a folded text is harder to edit. */
export const yamlStyle = { lineWidth: 0 };

/**
 * Reads YAML with its layout. Never throws: what is nested deeper than the library can follow is an error of the
 * document, like any other.
 */
export function readYaml(text: string, options: ParseOptions & DocumentOptions = {}): Document.Parsed {
  try {
    return parseDocument(text, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const nothing = parseDocument('', options);
    nothing.errors.push(new YAMLParseError([0, 1], 'RESOURCE_EXHAUSTION', 'it is nested too deeply'));
    return nothing;
  }
}

/**
 * The text of a document that was changed. Throws a ProblemError where it cannot be written, as when what another part
 * of it borrows from is gone; `name` is its file's.
 */
export function writeYaml(document: Document, name: string): string {
  try {
    return document.toString(yamlStyle);
  } catch {
    throw new ProblemError(
      'failed',
      `${name} could not be written so that it says what you wrote.`,
      'Edit it in the file itself. Nothing was changed.',
    );
  }
}
