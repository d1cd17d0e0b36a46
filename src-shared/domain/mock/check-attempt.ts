import { findCost } from '../rules/costs.ts';
import { listOptions } from '../rules/decisions.ts';
import { type Attempt, type AttemptEvent, keyOf } from './attempt.ts';
import type { PromptFault } from './check.ts';
import { phaseIds } from './phases.ts';
import type { Prompt } from './prompt.ts';

/** What is wrong with a field of an event. */
type Wrong = { field: string | null; message: string };

/**
 * Finds what a schema cannot in an attempt that was written by hand: names that the prompt does not have, and events
 * that cannot follow those before them. What comes after the submission counts for nothing, and is not looked at.
 */
export function checkAttempt(prompt: Prompt, { events }: Attempt): PromptFault[] {
  const faults: PromptFault[] = [];
  const past: Past = { atMs: 0, decided: new Set(), twists: 0, paused: false };
  for (const [index, event] of events.entries()) {
    const wrong = [...checkOrder(prompt, event, past), ...checkNames(prompt, event)];
    faults.push(
      ...wrong.map(({ field, message }) => ({
        path: ['events', index, ...(field === null ? [] : [field])],
        message,
      })),
    );
    if (event.type === 'submit') break;
    remember(event, past);
  }
  return faults;
}

/** What has happened before an event. */
type Past = { atMs: number; decided: Set<string>; twists: number; paused: boolean };

function remember(event: AttemptEvent, past: Past): void {
  past.atMs = Math.max(past.atMs, event.atMs);
  if (event.type === 'decide' || event.type === 'revise') past.decided.add(keyOf(event.part, event.decision));
  if (event.type === 'twist') past.twists += 1;
  if (event.type === 'pause' || event.type === 'resume') past.paused = event.type === 'pause';
}

function checkOrder(prompt: Prompt, event: AttemptEvent, past: Past): Wrong[] {
  const wrong: Wrong[] = [];
  if (event.atMs < past.atMs)
    wrong.push({ field: 'atMs', message: `is earlier than the ${past.atMs} of an event before it` });
  switch (event.type) {
    case 'cite':
    case 'sure':
      if (!past.decided.has(keyOf(event.part, event.decision)))
        wrong.push({
          field: null,
          message: `comes before ${event.decision} of ${event.part} is decided`,
        });
      break;
    case 'twist': {
      const next = prompt.twists[past.twists];
      if (prompt.twists.some(({ id }) => id === event.twist) && next?.id !== event.twist)
        wrong.push({
          field: 'twist',
          message: next ? `“${event.twist}” is not next; “${next.id}” is` : 'comes after the last twist',
        });
      break;
    }
    case 'pause':
      if (past.paused) wrong.push({ field: null, message: 'is paused already' });
      break;
    case 'resume':
      if (!past.paused) wrong.push({ field: null, message: 'resumes what is not paused' });
      break;
    default:
      break;
  }
  return wrong;
}

function checkNames(prompt: Prompt, event: AttemptEvent): Wrong[] {
  const isOneOf = (field: string, value: string, known: readonly string[]): Wrong[] =>
    known.includes(value)
      ? []
      : [{ field, message: `“${value}” is unknown; the prompt has ${known.join(', ') || 'none'}` }];
  const parts = prompt.parts.map(({ id }) => id);
  const inPart = 'part' in event && event.part !== undefined ? isOneOf('part', event.part, parts) : [];
  switch (event.type) {
    case 'ask':
      return isOneOf(
        'question',
        event.question,
        prompt.menu.map(({ id }) => id),
      );
    case 'twist':
      return isOneOf(
        'twist',
        event.twist,
        prompt.twists.map(({ id }) => id),
      );
    case 'phase':
      return phaseIds.some(id => id === event.phase)
        ? []
        : [{ field: 'phase', message: `must be one of ${phaseIds.join(', ')}` }];
    case 'decide':
    case 'revise':
      return [...inPart, ...checkOption(prompt, event)];
    case 'pushback':
      return [
        ...inPart,
        ...checkOption(prompt, event),
        ...(findCost(event.cost)
          ? []
          : [{ field: 'cost', message: `“${event.cost}” is no cost; docs/rules-table.md lists them` }]),
      ];
    case 'cite':
      return event.nothing && event.facts.length > 0
        ? [...inPart, { field: 'nothing', message: 'must be false where facts are cited' }]
        : inPart;
    default:
      return inPart;
  }
}

/** For a shard key that the prompt does not score, any key may stand. */
function checkOption(
  prompt: Prompt,
  { part, decision, option }: Extract<AttemptEvent, { type: 'decide' | 'revise' | 'pushback' }>,
): Wrong[] {
  const pair = prompt.score.find(one => one.part === part && one.decision === decision);
  const options = decision === 'shard-key' ? (pair?.keys ?? [option]) : listOptions(decision);
  return options.includes(option)
    ? []
    : [
        {
          field: 'option',
          message: `“${option}” is no option of ${decision}; it must be one of ${options.join(', ')}`,
        },
      ];
}
