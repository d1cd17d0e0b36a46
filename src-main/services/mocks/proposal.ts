import { proposeNext } from '../../../src-shared/domain/mock/propose.ts';
import { type DefaultId, defaultIds } from '../../../src-shared/domain/rules/decisions.ts';
import { findStudyDay, type Instant } from '../../../src-shared/domain/study-day.ts';
import type { MockList } from '../../../src-shared/ipc/mock-contract.ts';
import type { Profile } from '../profile.ts';
import { readCurated } from './prompts.ts';

/** So many defaults are named as the reason for a proposal. */
const NAMED = 3;

/** The length of a first mock: short, so that the rules of the game are learnt at little cost. */
const FIRST_MINUTES = 12;

/**
 * The prompt that exercises the weakest defaults, of those that were never begun while there are any: a repeat is
 * practice. Until one was handed in, a short one where there is one. Null without prompts.
 */
export function readProposal(profile: Profile, at: Instant): MockList['next'] {
  const rows = profile.store.mocks.all();
  const begun = new Set(rows.map(row => row.prompt_id));
  const isFirst = rows.every(({ total }) => total === null);
  const fresh = keepIfAny(readCurated(profile), ({ id }) => !begun.has(id));
  const fitting = isFirst ? keepIfAny(fresh, ({ minutes }) => minutes === FIRST_MINUTES) : fresh;
  const weakness = listWeakness(profile, at);
  const proposal = proposeNext(
    fitting,
    weakness.map(({ id }) => id),
  );
  if (!proposal) return null;
  const names = new Map<string, string>(profile.store.content.defaults().map(({ id, name }) => [id, name]));
  const { prompt, weakest } = proposal;
  const unmet = weakest.filter(id => weakness.some(one => one.id === id && !one.met));
  const named = unmet.length > 0 ? unmet : weakest;
  return {
    promptId: prompt.id,
    title: prompt.title ?? prompt.id,
    exercises: named.slice(0, NAMED).map(id => names.get(id) ?? id),
    met: unmet.length === 0,
    isFirst,
  };
}

/** Those that are wanted; all of them where none is. */
function keepIfAny<T>(items: readonly T[], isWanted: (item: T) => boolean): readonly T[] {
  const kept = items.filter(isWanted);
  return kept.length > 0 ? kept : items;
}

type Weakness = { id: DefaultId; recall: number; met: boolean };

/** The defaults by the mean predicted recall of their cards now, the weakest first; a card never met counts as 0. */
function listWeakness({ store, journal }: Profile, at: Instant): Weakness[] {
  const today = findStudyDay(at, journal.settings().dayStartHour);
  const model = journal.model();
  const weigh = (id: DefaultId): Weakness => {
    const rows = store.content.cardsOfSibling(id);
    const recalls = rows.map(({ memory, last_day }) =>
      memory ? model.recall(memory, last_day === null ? 0 : today - last_day) : 0,
    );
    const recall = recalls.reduce((sum, one) => sum + one, 0) / Math.max(1, rows.length);
    return { id, recall, met: rows.some(({ memory }) => memory !== null) };
  };
  return defaultIds.map(weigh).sort((a, b) => a.recall - b.recall);
}
