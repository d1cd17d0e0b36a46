import { cardIdSchema } from '../../../src-shared/domain/ids.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { readSystemOffset } from '../../clock.ts';
import type { Moment } from '../journal.ts';
import type { Profile } from '../profile.ts';
import { planDeckFiles } from './deck-files.ts';
import type { Incoming, IncomingDeck } from './incoming.ts';
import { createReport, type LeftOut } from './left-out.ts';
import { placeTogether } from './place-files.ts';
import { judgeProgress, replayProgress } from './replay-progress.ts';

/** What an import did. */
export type BroughtIn = {
  /** Decks that got cards, by file name. */
  decks: { file: string; cards: number }[];
  added: number;
  /** Cards that were there already; their texts stay as they are. */
  known: number;
  /** Cards whose progress came in, and how many steps of the log. */
  progress: number;
  reviews: number;
  media: number;
  leftOut: LeftOut[];
};

/**
 * Puts what was read into the profile: new cards into files of the person's own decks, pictures into its media, and
 * progress into the log, as one action. All of it or nothing: on any error the files are as they were.
 */
export function bringIn(profile: Profile, incoming: Incoming, at: Instant): BroughtIn {
  const report = createReport(incoming.leftOut);
  const newDecks = incoming.decks
    .map(deck => dropKnown(profile, deck))
    .filter(({ cards }) => cards.length > 0);
  const count = (decks: readonly IncomingDeck[]): number =>
    decks.reduce((sum, { cards }) => sum + cards.length, 0);
  const files = newDecks.flatMap(deck => planDeckFiles(profile.ownDecks, deck));
  const progress = incoming.progress.filter(each => {
    const judged = judgeProgress(profile, each);
    if (judged === 'own') report.add('Cards that were studied here keep their own progress.', each.cardId);
    return judged === 'new' || judged === 'continued';
  });
  let reviews = 0;
  function* listMoments(): Generator<Moment> {
    for (const each of progress) {
      for (const moment of replayProgress(profile, each, at, readSystemOffset)) {
        if (moment.body.type === 'answer' || moment.body.type === 'practice') reviews++;
        yield moment;
      }
    }
  }
  const expected = progress.reduce((sum, each) => sum + each.reviews.length, 0);
  const isMost = expected > (profile.store.log.ownDevice()?.lastSeq ?? 0);
  const media = placeTogether(
    profile,
    { pictures: incoming.media, files },
    () => profile.journal.commitMoments(at, listMoments()),
    isMost,
  );
  return {
    decks: files.map(({ name, cards }) => ({ file: name, cards })),
    added: count(newDecks),
    known: count(incoming.decks) - count(newDecks),
    progress: progress.length,
    reviews,
    media,
    leftOut: report.list(),
  };
}

function dropKnown({ store }: Profile, deck: IncomingDeck): IncomingDeck {
  const isKnown = (id: string): boolean =>
    store.content.card(cardIdSchema.parse(store.settings.resolve(id)))?.retired === false;
  return { ...deck, cards: deck.cards.filter(({ id }) => !isKnown(id)) };
}
