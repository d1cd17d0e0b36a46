import { changeCard } from '../../src-main/services/cards.ts';
import { syncDecks } from '../../src-main/services/decks/sync.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import { changeSettings } from '../../src-main/services/settings.ts';
import type { MockEventBody, RoundEventBody } from '../../src-shared/domain/events.ts';
import { deviceIdSchema } from '../../src-shared/domain/ids.ts';
import { defaultWeights } from '../../src-shared/domain/memory.ts';
import { promptSchema } from '../../src-shared/domain/mock/prompt.ts';
import type { Session } from '../../src-shared/ipc/contract.ts';
import { formatDeck, writeDeck } from '../helpers/decks.ts';
import { answer, at, later, openWithCards, toCardId } from '../helpers/profile.ts';

/** The moment at which every life begins. */
export const birth = at('2026-11-24T08:00:00+01:00');

/** A profile that has lived: events of every type, undone, redone and dropped actions, a renamed card, a second day. */
export function liveFully(): Profile {
  const profile = openWithCards(birth, 6);
  const { journal } = profile;
  answer(profile, 'one.1', 1, birth, { confidence: 'low' });
  answer(profile, 'one.1', 3, later(birth, { minutes: 2 }));
  answer(profile, 'one.1', 3, later(birth, { minutes: 15 }), { response: { kind: 'number', value: 1.5 } });
  answer(profile, 'one.2', 4, later(birth, { minutes: 16 }));
  changeCard(profile, 'one.3', { kind: 'known' }, birth);
  changeCard(profile, 'one.3', { kind: 'forget' }, birth);
  changeCard(profile, 'one.4', { kind: 'setDue', inDays: 3 }, birth);
  changeCard(profile, 'one.4', { kind: 'flag', flag: 2 }, birth);
  changeCard(profile, 'one.4', { kind: 'tag', tag: 'hard one', on: true }, birth);
  changeCard(profile, 'one.4', { kind: 'note', text: 'Ask “why” — twice.' }, birth);
  changeCard(profile, 'one.5', { kind: 'suspend', on: true }, birth);
  changeCard(profile, 'one.6', { kind: 'bury' }, birth);
  changeSettings(profile, { newPerDay: 7, learningStepsMin: [5] }, birth);
  journal.commit(birth, [{ type: 'parameters', weights: defaultWeights.map(weight => weight * 1.01) }]);
  const extra: Session = { kind: 'extra', scope: { kind: 'all' }, startedAtMs: birth.atMs, minutes: null };
  answer(profile, 'one.2', 1, later(birth, { hours: 1 }), { session: extra });

  const attemptId = '00000000-0000-4000-8000-0000000000aa';
  const prompt = promptSchema.parse({
    id: 'ferry',
    parts: [{ id: 'booking' }],
    facts: [{ fact: 'stale_read_harm', is: 'stock' }],
    score: [{ part: 'booking', decision: 'consistency' }],
  });
  const decide = {
    type: 'decide',
    atMs: 5,
    part: 'booking',
    decision: 'consistency',
    option: 'strong',
  } as const;
  const bodies: MockEventBody[] = [
    {
      type: 'mock_start',
      attemptId,
      prompt,
      seed: 7,
      generatorVersion: 1,
      pushbackSeed: 3,
      level: 'guided',
      mode: 'practice',
    },
    { type: 'mock_act', attemptId, act: decide },
    { type: 'mock_note', attemptId, text: 'Two cabins, one key.' },
    { type: 'mock_submit', attemptId, atMs: 9, rulesVersion: 1, total: 27.5, verdict: { total: 27.5 } },
    { type: 'mock_contest', attemptId, text: 'I said so.' },
    {
      type: 'mock_start',
      attemptId: '00000000-0000-4000-8000-0000000000bb',
      prompt,
      seed: null,
      generatorVersion: null,
      pushbackSeed: 0,
      level: 'open',
      mode: 'strict',
    },
    { type: 'mock_abandon', attemptId: '00000000-0000-4000-8000-0000000000bb' },
  ];
  for (const body of bodies) journal.commit(birth, [body], { undoable: false });
  profile.store.mocks.keepElapsed(attemptId, 1234);
  journal.commit(birth, [{ type: 'mark', cardId: toCardId('one.2'), source: 'mock', attemptId }]);

  const roundId = '00000000-0000-4000-8000-0000000000cc';
  const round: RoundEventBody[] = [
    { type: 'round_start', roundId, kind: 'diagnostic', seed: 5, generatorVersion: 1, rulesVersion: 1 },
    {
      type: 'round_answer',
      roundId,
      index: 0,
      atMs: 4000,
      takenMs: 3900,
      answer: {
        decision: 'sharding',
        option: 'shard',
        standing: 'wrong',
        best: ['none'],
        topic: 'scaling',
        marks: ['scale.math'],
      },
    },
    { type: 'round_end', roundId, atMs: 300_000 },
  ];
  for (const body of round) journal.commit(birth, [body], { undoable: false });
  journal.commit(birth, [{ type: 'mark', cardId: toCardId('one.4'), source: 'round', roundId }]);

  const of = deviceIdSchema.parse('00000000-0000-4000-8000-0000000000dd');
  journal.commit(birth, [{ type: 'loss', of, seqs: [7] }], { undoable: false });

  const tomorrow = later(birth, { days: 1 });
  answer(profile, 'one.1', 2, tomorrow);
  journal.undo(tomorrow);
  answer(profile, 'one.1', 1, tomorrow);
  answer(profile, 'one.1', 3, later(tomorrow, { minutes: 12 }));
  journal.undo(tomorrow);
  journal.redo(tomorrow);
  changeSettings(profile, { theme: 'dark' }, tomorrow);
  journal.undo(tomorrow);
  writeDeck(
    profile.dir,
    'one.yaml',
    formatDeck([
      { id: 'first.one', was: 'one.1' },
      { id: 'one.2' },
      { id: 'one.4' },
      { id: 'one.5', answer: 'This.' },
    ]),
  );
  syncDecks(profile);
  return profile;
}
