import { expect, test } from 'vitest';
import { writeModelAnswer } from '../../../../src-shared/domain/mock/model-answer.ts';
import { generatePrompts, readBuiltInPrompt, readBuiltInPrompts } from '../../../helpers/mock-prompts.ts';

test('figures, parts and twists as sentences to be said aloud', () => {
  expect(writeModelAnswer(readBuiltInPrompt('print-sale'))).toEqual([
    'By the figures, that is about 690 actions/s on average, 8,300 actions/s at the peak and 1 database server.',
    'Shop pages: cache-aside, a short TTL and locking, because reads to writes are 138:1 and readers accept data 3 min old.',
    'Ordering: no cache and eventual consistency, since nothing moves the defaults.',
    'The packing room: Server-Sent Events, because only the server pushes.',
    'After “An edition of 200”: delete or update on write for shop pages; strong consistency for ordering; the rest stays.',
  ]);
});

test('whole sentences for every prompt, said in little more than a minute', () => {
  for (const prompt of [...readBuiltInPrompts(), ...generatePrompts(100), ...generatePrompts(100, 12)]) {
    const sentences = writeModelAnswer(prompt);
    expect(sentences.length, prompt.id).toBeLessThanOrEqual(prompt.parts.length + prompt.twists.length + 1);
    expect(sentences.length, prompt.id).toBeGreaterThanOrEqual(prompt.parts.length);
    expect(sentences.join(' ').split(' ').length, prompt.id).toBeLessThanOrEqual(190);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\p{Lu}|^g?[A-Z]/u);
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/undefined|null|\{|\*| {2}|, \.|: \./);
    }
  }
});
