import { countOf, listNames } from '../../../src-shared/domain/wording.ts';
import type { ExchangeState, ExportName } from '../../../src-shared/ipc/exchange-contract.ts';

/** Each way out: its name, and what it is for. */
export const exportTexts: Record<ExportName, { name: string; says: string }> = {
  json: {
    name: 'Everything',
    says: 'All answers, mocks, settings, your own decks and pictures in one file (JSON). Brought in on another computer, both become one.',
  },
  report: {
    name: 'Readiness report',
    says: 'Mastery, plan and mocks on a page or two (PDF or HTML), to print or to hand to someone who helps you prepare.',
  },
  csv: {
    name: 'Tables',
    says: 'Reviews, cards and mocks (CSV in a zip), for a spreadsheet or your own analysis.',
  },
  apkg: {
    name: 'Anki package',
    says: 'Cards with their schedule, memory and log, for Anki.',
  },
};

/** What came in, in a sentence or two. */
export function describeImport(state: Extract<ExchangeState, { kind: 'imported' }>): string {
  const { name, added, known, progress, reviews, media } = state;
  const parts = [
    ...(added > 0 ? [countOf(added, 'new card')] : []),
    ...(known > 0 ? [`${countOf(known, 'card')} known already`] : []),
    ...(progress > 0 ? [`progress of ${countOf(progress, 'card')} with ${countOf(reviews, 'answer')}`] : []),
    ...(media > 0 ? [countOf(media, 'picture')] : []),
  ];
  return parts.length === 0 ? `${name}: nothing new in it.` : `${name}: ${parts.join(', ')}.`;
}

/** What a file holds that waits to be brought in. */
export function describeChosen(state: Extract<ExchangeState, { kind: 'chosen' }>): string {
  const { name, cards, answers, pictures } = state;
  const parts = [
    ...(cards > 0 ? [countOf(cards, 'card')] : []),
    ...(answers > 0 ? [countOf(answers, 'answer')] : []),
    ...(pictures > 0 ? [countOf(pictures, 'picture')] : []),
  ];
  if (parts.length === 0) return `${name} holds nothing that is new here.`;
  return `${name} holds ${listNames(parts)}. Nothing of it is brought in yet.`;
}

/** A line of what could not be taken along. */
export function describeLeftOut({ why, count, examples }: Left): string {
  const named =
    examples.length === 0 ? '' : `: ${examples.join(', ')}${examples.length < count ? ', …' : ''}`;
  return `${why} (${count}${named})`;
}

type Left = Extract<ExchangeState, { kind: 'imported' }>['leftOut'][number];
