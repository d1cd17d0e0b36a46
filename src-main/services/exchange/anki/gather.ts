import type { CardState } from '../../../../src-shared/domain/card-state.ts';
import type { CardBody } from '../../../../src-shared/domain/card-view.ts';
import type { CardId } from '../../../../src-shared/domain/ids.ts';
import { dependsOnSeed, renderCard } from '../../../../src-shared/domain/render-card.ts';
import { renderReasons, renderText } from '../../../../src-shared/domain/render-text.ts';
import type { Settings } from '../../../../src-shared/domain/settings.ts';
import type { Instant } from '../../../../src-shared/domain/study-day.ts';
import { withReader } from '../../../db/create-store.ts';
import type { HistoryStep } from '../../../db/queries/exchange.ts';
import { seedCard } from '../../card-views.ts';
import { createJournal } from '../../journal.ts';
import { locateMedia } from '../../media.ts';
import type { Profile } from '../../profile.ts';

/** A card as it goes out: a gap text, or two sides in Markdown. */
export type OutgoingCard = {
  cardId: CardId;
  kind: CardBody['kind'];
  /** Name of its deck. */
  deck: string;
  note:
    | { kind: 'basic'; front: string; back: string }
    | {
        kind: 'cloze';
        pieces: Extract<CardBody, { kind: 'cloze' }>['pieces'];
        extra: string;
      };
  tags: string[];
  state: CardState;
};

/** All that a package is made of: plain values, read at one moment. */
export type Outgoing = {
  at: Instant;
  settings: Settings;
  /** FSRS's weight 20. */
  decay: number;
  /** In the order in which new cards are met. */
  cards: OutgoingCard[];
  /** In the order of events. */
  steps: HistoryStep[];
  mediaFolder: string;
};

/** Of which profile, and when. Plain values: it is read in a worker. */
export type GatherTask = { dir: string; database: string; at: Instant };

/** Reads a profile that is open elsewhere, by a connection of its own that only reads. */
export function gatherFile({ dir, database, at }: GatherTask): Outgoing {
  return withReader(database, store =>
    gatherCards({ dir, store, journal: createJournal(store, { at, readOnly: true }) }, at),
  );
}

/** Reads every card that stands in a deck, with its state and its effective history. */
export function gatherCards(profile: Pick<Profile, 'dir' | 'store' | 'journal'>, at: Instant): Outgoing {
  const { store, journal } = profile;
  return store.readAtOnce(() => {
    const titles = new Map(store.content.files().map(file => [file.path, file.deck?.title ?? '']));
    const defaults = new Map(store.content.defaults().map(entry => [entry.id, entry]));
    const cards = store.content.activeCards().map(({ cardId, path, content }): OutgoingCard => {
      const state = store.states.get(cardId);
      const back = {
        reason: content.reason ?? null,
        cost: content.cost ?? null,
        exception: content.exception ?? null,
        say: content.say ?? null,
        default: (content.default && defaults.get(content.default)) || null,
      };
      const seed = dependsOnSeed(content) ? seedCard(profile, cardId, state, at) : 0;
      const sides = { body: renderCard(content, seed), back };
      const extra = renderReasons(sides).join('\n\n');
      return {
        cardId,
        kind: content.kind,
        deck: titles.get(path) ?? '',
        note:
          sides.body.kind === 'cloze'
            ? { kind: 'cloze', pieces: sides.body.pieces, extra }
            : { kind: 'basic', ...renderText(sides) },
        tags: [...new Set([...(content.tags ?? []), ...state.tags])],
        state,
      };
    });
    return {
      at,
      settings: journal.settings(),
      decay: journal.weights()[20] ?? 0,
      cards,
      steps: store.exchange.steps(),
      mediaFolder: locateMedia(profile.dir),
    };
  });
}
