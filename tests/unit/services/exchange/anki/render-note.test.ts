import { expect, test } from 'vitest';
import { hasSound, renderNote } from '../../../../../src-main/services/exchange/anki/render-note.ts';

const render = (front: string, field: string) =>
  renderNote(
    { id: 1, guid: 'g', notetypeId: 1, modS: 0, tags: [], fields: [field] },
    { id: 1, name: 'Note', cloze: false, fields: ['Front'], templates: [{ name: 'Card', front, back: '' }] },
    0,
    'Deck',
  );

// What took the square of its length would take a field of a million letters hours, and the test its time.
test('a field of nothing but beginnings is read in one go', () => {
  const tags = '<'.repeat(1_000_000);
  expect(render('{{text:Front}}', tags)).toMatchObject({ front: tags });
  const sounds = '[sound:'.repeat(140_000);
  expect(render('{{Front}}', sounds)).toMatchObject({ front: sounds });
  const fields = [sounds];
  expect(hasSound({ id: 1, guid: 'g', notetypeId: 1, modS: 0, tags: [], fields })).toBe(false);
});

test('tags and sounds are still taken out', () => {
  expect(render('{{text:Front}}', 'a <b>c</b> [sound:x.mp3]d')).toMatchObject({ front: 'a c d' });
});
