import { proposeNext } from '../../../src-shared/domain/mock/propose.ts';
import { type DefaultId, defaultIds } from '../../../src-shared/domain/rules/decisions.ts';
import { findStudyDay, type Instant } from '../../../src-shared/domain/study-day.ts';
import type { MockList } from '../../../src-shared/ipc/mock-contract.ts';
import type { Profile } from '../profile.ts';
import { readCurated } from './prompts.ts';

/** So many defaults are named as the reason for a proposal. */
const NAMED = 3;

/**
 * The prompt that exercises the weakest defaults, of those that were never begun while there are any: a repeat is
 * practice. Null without prompts.
 */
export function readProposal(profile: Profile, at: Instant): MockList['next'] {
  const begun = new Set(profile.store.mocks.all().map(row => row.prompt_id));
  const prompts = readCurated(profile);
  const fresh = prompts.filter(({ id }) => !begun.has(id));
  const proposal = proposeNext(fresh.length > 0 ? fresh : prompts, listWeakness(profile, at));
  if (!proposal) return null;
  const names = new Map<string, string>(profile.store.content.defaults().map(({ id, name }) => [id, name]));
  const { prompt, weakest } = proposal;
  return {
    promptId: prompt.id,
    title: prompt.title ?? prompt.id,
    weakest: weakest.slice(0, NAMED).map(id => names.get(id) ?? id),
  };
}

/** The defaults by the mean predicted recall of their cards now, the weakest first; a card never met counts as 0. */
function listWeakness({ store, journal }: Profile, at: Instant): DefaultId[] {
  const today = findStudyDay(at, journal.settings().dayStartHour);
  const model = journal.model();
  const meanRecall = (id: DefaultId): number => {
    const rows = store.content.cardsOfSibling(id);
    const recalls = rows.map(({ memory, last_day }) =>
      memory ? model.recall(memory, last_day === null ? 0 : today - last_day) : 0,
    );
    return recalls.reduce((sum, recall) => sum + recall, 0) / Math.max(1, rows.length);
  };
  return defaultIds
    .map(id => ({ id, recall: meanRecall(id) }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ id }) => id);
}
