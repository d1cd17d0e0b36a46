import { mockModes } from '../../../src-shared/domain/events.ts';
import type { Prompt } from '../../../src-shared/domain/mock/prompt.ts';
import { levels } from '../../../src-shared/domain/mock/prompt.ts';
import { formatStudyDay, type Instant, studyDaySchema } from '../../../src-shared/domain/study-day.ts';
import type { AttemptLine, MockList, PromptCard } from '../../../src-shared/ipc/mock-contract.ts';
import type { AttemptRow } from '../../db/queries/mocks.ts';
import type { Profile } from '../profile.ts';
import { isDiagnosed, listRounds } from '../rounds/lines.ts';
import { findOpen } from './attempts.ts';
import { namePart } from './board.ts';
import { readCurated } from './prompts.ts';
import { readProposal } from './proposal.ts';

/** What can be taken, what is open, and what was taken. */
export function readMockList(profile: Profile, at: Instant): MockList {
  const rows = profile.store.mocks.all();
  const open = findOpen(profile);
  return {
    prompts: readCurated(profile).map(prompt => describePrompt(prompt, rows)),
    open: open && describeAttempt(open, rows),
    next: readProposal(profile, at),
    past: rows
      .filter(({ total, abandoned }) => total !== null && abandoned === 0)
      .map(row => describeAttempt(row, rows))
      .reverse(),
    diagnosed: isDiagnosed(profile),
    rounds: listRounds(profile),
  };
}

function describePrompt(prompt: Prompt, rows: readonly AttemptRow[]): PromptCard {
  const totals = rows.flatMap(row => (row.prompt_id === prompt.id && row.total !== null ? [row.total] : []));
  return {
    id: prompt.id,
    title: prompt.title ?? prompt.id,
    opening: prompt.opening ?? '',
    minutes: prompt.minutes,
    level: prompt.level,
    parts: prompt.parts.map(({ id }) => namePart(prompt, id)),
    decisions: prompt.score.length,
    attempts: totals.length,
    best: totals.length === 0 ? null : Math.max(...totals),
  };
}

/**
 * An attempt as a line of a list; `rows` are all attempts in order. It is a repeat where its prompt was begun
 * before, even if that attempt was given up: its facts were seen.
 */
export function describeAttempt(row: AttemptRow, rows: readonly AttemptRow[]): AttemptLine {
  const first = rows.find(one => one.prompt_id === row.prompt_id);
  return {
    attemptId: row.attempt_id,
    promptId: row.prompt_id,
    title: row.title,
    minutes: row.minutes,
    level: levels.find(level => level === row.level) ?? 'guided',
    mode: mockModes.find(mode => mode === row.mode) ?? 'strict',
    repeat: first !== undefined && first.attempt_id !== row.attempt_id,
    startedAtMs: row.started_at_ms,
    date: formatStudyDay(studyDaySchema.parse(row.study_day)),
    total: row.total,
  };
}
