import { z } from 'zod';
import { expectAll } from '../../src-shared/domain/mock/expect.ts';
import { nameStatement, type Prompt } from '../../src-shared/domain/mock/prompt.ts';
import { listHidden, listOpening } from '../../src-shared/domain/mock/stage.ts';
import { decisionIds } from '../../src-shared/domain/rules/decisions.ts';
import { formatFact } from '../../src-shared/domain/rules/describe.ts';
import { countOf } from '../../src-shared/domain/wording.ts';

const statementOutput = z.object({ name: z.string(), value: z.string(), say: z.string().nullable() });

/** A prompt as a candidate meets it. */
export const shownOutput = z.object({
  id: z.string(),
  title: z.string(),
  opening: z.string().nullable(),
  minutes: z.number(),
  level: z.string(),
  parts: z.array(z.object({ id: z.string(), name: z.string() })),
  told: z.array(statementOutput).describe('facts that stand in the opening'),
  hidden: z.number().describe('facts that only come out when asked'),
  menu: z.array(z.object({ id: z.string(), ask: z.string() })),
  score: z.array(z.object({ part: z.string(), decision: z.enum(decisionIds), options: z.array(z.string()) })),
  twists: z.array(z.object({ id: z.string(), title: z.string() })),
});
type Shown = z.infer<typeof shownOutput>;

/** The name of a prompt in lists. */
export const titleOf = ({ title, id }: Prompt): string => title ?? id;

/** What is said, what may be asked, what is scored. */
export function showPrompt(prompt: Prompt): Shown {
  const told = listOpening(prompt);
  return {
    id: prompt.id,
    title: titleOf(prompt),
    opening: prompt.opening ?? null,
    minutes: prompt.minutes,
    level: prompt.level,
    parts: prompt.parts.map(({ id, name }) => ({ id, name: name ?? id })),
    told: prompt.facts
      .filter(statement => told.has(nameStatement(statement)))
      .map(statement => ({
        name: nameStatement(statement),
        value: formatFact(statement.fact, statement.is),
        say: statement.say ?? null,
      })),
    hidden: listHidden(prompt).size,
    menu: prompt.menu.map(({ id, ask }) => ({ id, ask })),
    score: expectAll(prompt).map(({ part, decision, best, defensible, wrong }) => ({
      part,
      decision,
      options: [...best, ...defensible, ...wrong].sort(),
    })),
    twists: prompt.twists.map(({ id, title }) => ({ id, title })),
  };
}

/** The same in words. */
export function writeShown(value: Shown): string {
  return [
    `${value.title} (${value.id}), ${value.minutes} min, ${value.level}`,
    value.opening,
    `Parts: ${value.parts.map(({ name }) => name).join(', ')}`,
    ...value.told.map(({ name, say, value: told }) => `- ${say ?? `${name}: ${told}`}`),
    value.menu.length > 0 ? `${countOf(value.hidden, 'more fact')} if you ask:` : null,
    ...value.menu.map(({ id, ask }) => `- ${id}: ${ask}`),
    'To decide:',
    ...value.score.map(({ part, decision, options }) => `- ${part} ${decision}: ${options.join(', ')}`),
  ]
    .filter(text => text !== null)
    .join('\n');
}
