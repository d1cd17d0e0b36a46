import { type FactName, type Facts, factsSchema } from '../facts.ts';
import type { Prompt, Statement } from './prompt.ts';
import { nameStatement } from './prompt.ts';
import { rememberByPrompt } from './remember.ts';

/** Which statements a candidate knows, by their names (`fact` or `part.fact`); null for all. */
export type Known = ReadonlySet<string> | null;

/** A statement with its name and its value as a fact. */
type Told = { name: string; part: string | undefined; fact: FactName; facts: Facts };

const rememberTold = rememberByPrompt<readonly Told[]>();

/** What was told up to a stage of a prompt. */
function listTold(prompt: Prompt, stage: number): readonly Told[] {
  return rememberTold(prompt, String(stage), () =>
    listStatements(prompt, stage).map(statement => {
      const { part, fact, is } = statement;
      const facts: Facts = { [fact]: factsSchema.shape[fact].parse(is) };
      return { name: nameStatement(statement), part, fact, facts };
    }),
  );
}

/** The statements in force after so many twists (0: before the first), the later over the earlier. */
export function listStatements(prompt: Prompt, stage: number): Statement[] {
  const statements = new Map<string, Statement>();
  const changes = prompt.twists.slice(0, stage).flatMap(twist => twist.changes);
  for (const statement of [...prompt.facts, ...changes]) statements.set(nameStatement(statement), statement);
  return [...statements.values()];
}

/** The facts of one part at a stage: those of the whole system, and over them the part's own. */
export function gatherFacts(prompt: Prompt, part: string, stage: number, known: Known = null): Facts {
  const heard = listTold(prompt, stage).filter(({ name }) => known === null || known.has(name));
  const own = heard.filter(statement => statement.part === part);
  const whole = heard.filter(statement => statement.part === undefined);
  return Object.assign({}, ...[...whole, ...own].map(({ facts }) => facts));
}

/** The facts of the whole system at a stage. */
export function gatherWhole(prompt: Prompt, stage: number, known: Known = null): Facts {
  return gatherFacts(prompt, '', stage, known);
}

/** Names of the statements that only a question brings out. */
export function listHidden(prompt: Prompt): Set<string> {
  return new Set(prompt.menu.flatMap(({ reveals }) => reveals));
}

/** Names of the statements that stand in the opening. */
export function listOpening(prompt: Prompt): Set<string> {
  const hidden = listHidden(prompt);
  return new Set(prompt.facts.map(nameStatement).filter(name => !hidden.has(name)));
}

/** Names of the statements behind a part's facts: the part's own where there is one, else the whole system's. */
export function findStatement(prompt: Prompt, part: string, fact: FactName, stage: number): string | null {
  const about = listTold(prompt, stage).filter(one => one.fact === fact);
  const found = about.find(one => one.part === part) ?? about.find(one => one.part === undefined);
  return found?.name ?? null;
}
