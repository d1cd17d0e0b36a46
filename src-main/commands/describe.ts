import { z } from 'zod';
import type { AnyCommand } from './define.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** The reference of all commands as Markdown, from the very schemas that parse their input and check their output. */
export function describeCommands(commands: readonly AnyCommand[]): string {
  return [...introduction, ...commands.flatMap(describeCommand)].join('\n');
}

const introduction = [
  '# Commands',
  '',
  '<!-- Written by `npm run docs:cli` from the schemas in src-main/commands. -->',
  '',
  'The same as the window does, without one: `npm run --silent cli -- COMMAND`. The packaged app takes the same commands.',
  '',
  '| option of every command, before or after it | meaning |',
  '|---|---|',
  '| `--profile <dir>` | profile folder; without it, the one that the window uses |',
  '| `--now <iso>` | the moment to act at, such as `2026-11-24T08:00:00+01:00`. Its offset is the zone of the study day; without one, the zone of the system |',
  '| `--json` | print the output as JSON, and a problem as `{"problem": {"code", "message", "hint"}}` |',
  '',
  '| exit code | meaning |',
  '|---|---|',
  '| 0 | done |',
  '| 1 | a fault was found, or something outside failed: the profile is held, damaged or cannot be written |',
  '| 2 | misuse: an unknown command, card, rating or moment, or an argument that is missing or malformed |',
  '',
  'Standard output holds the output and nothing else; problems go to standard error. Commands that read work while the app runs. One that writes is then refused with a message, and nothing is changed.',
  '',
];

function describeCommand(command: AnyCommand): string[] {
  const schema = z.toJSONSchema(command.output);
  const needs = { write: 'Writes.', read: 'Reads.', nothing: 'Needs no profile.' }[command.needs];
  const needed = Object.entries(command.options);
  const optional = Object.entries(command.optional);
  const flags = Object.entries(command.flags);
  const options = [...needed, ...optional, ...flags];
  const usage = [
    command.name,
    ...command.positional.map(name => `<${name}>`),
    ...needed.map(([name]) => `--${name} <${name}>`),
    ...optional.map(([name]) => `[--${name} <${name}>]`),
    ...flags.map(([name]) => `[--${name}]`),
  ];
  return [
    `## ${command.name}`,
    '',
    `${command.summary} ${needs}`,
    '',
    '```',
    `npm run --silent cli -- ${usage.join(' ')}`,
    '```',
    '',
    ...options.map(([name, meaning]) => `- \`--${name}\`: ${meaning}`),
    ...(options.length > 0 ? [''] : []),
    '| output | type | meaning |',
    '|---|---|---|',
    ...listFields(schema, '').map(({ path, type, meaning }) => `| \`${path}\` | ${type} | ${meaning} |`),
    '',
  ];
}

type Field = { path: string; type: string; meaning: string };

/** Every field of a schema and what it holds, with the fields inside of it below. */
function listFields(schema: Schema, base: string): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (typeof property === 'boolean') return [];
    const path = base === '' ? name : `${base}.${name}`;
    const field = { path, type: nameType(property), meaning: property.description ?? '' };
    const item = findItem(property);
    const inside = listFields(item, item === property ? path : `${path}[]`);
    return [field, ...inside, ...listFields(dropNull(property), path)].filter(isFirst);
  });
}

function isFirst(field: Field, index: number, fields: readonly Field[]): boolean {
  return fields.findIndex(({ path }) => path === field.path) === index;
}

/** What a list holds; any other schema itself. */
function findItem(schema: Schema): Schema {
  const { items } = schema;
  return typeof items === 'object' && !Array.isArray(items) ? items : schema;
}

/** The schema of a nullable field without the null. */
function dropNull(schema: Schema): Schema {
  const [only, ...others] = (schema.anyOf ?? []).filter(option => option.type !== 'null');
  return only !== undefined && others.length === 0 ? only : schema;
}

function nameType(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(nameType).join(' or ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map(value => `\`${value}\``).join(', ');
  if (Array.isArray(schema.type)) return schema.type.join(' or ');
  if (schema.type === 'array') return `list of ${nameType(findItem(schema))}`;
  if (typeof schema.additionalProperties === 'object')
    return `object of ${nameType(schema.additionalProperties)} by name`;
  return schema.type ?? 'anything';
}
