import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { channels } from '../../../src-shared/ipc/contract.ts';

/** What a schema accepts without a limit, as paths into it. */
function findUnbounded(schema: z.core.$ZodType, path: string): string[] {
  const inner = (next: z.core.$ZodType, name: string): string[] => findUnbounded(next, `${path}${name}`);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    return schema.maxLength === null ? [`${path}: text`] : [];
  }
  if (schema instanceof z.ZodArray) {
    const checks = schema.def.checks ?? [];
    const isBounded = checks.some(({ _zod }) => /^(max|length)_/.test(_zod.def.check));
    return [...(isBounded ? [] : [`${path}: list`]), ...inner(schema.element, '[]')];
  }
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) => inner(field, `.${name}`));
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => inner(option, ''));
  if (schema instanceof z.ZodTuple)
    return schema.def.items.flatMap((item, index) => inner(item, `[${index}]`));
  if (schema instanceof z.ZodRecord)
    return [...inner(schema.keyType, '{}'), ...inner(schema.valueType, '{}')];
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return inner(schema.unwrap(), '');
  if (schema instanceof z.ZodPipe) return inner(schema.in, '');
  if (
    schema instanceof z.ZodNumber ||
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodLiteral ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodNull
  )
    return [];
  return [`${path}: ${schema._zod.def.type}`];
}

test('every text and list that comes in has a limit', () => {
  const found = Object.entries(channels).flatMap(([name, { input }]) => findUnbounded(input, name));
  // A picture's bytes: the service refuses too many of them in words of its own.
  expect(found).toEqual(['own:add-picture.content: custom']);
});

describe('what has none is found', () => {
  test.each([
    ['text', z.string()],
    ['text', z.string().min(1).trim()],
    ['list', z.array(z.boolean())],
    ['text', z.array(z.string()).max(3)],
    ['text', z.discriminatedUnion('a', [z.object({ a: z.literal(1), b: z.string().nullable() })])],
    ['text', z.record(z.string().max(3), z.string().optional())],
    ['unknown', z.object({ a: z.unknown() })],
    ['any', z.any()],
  ])('%s', (kind, schema) => {
    expect(findUnbounded(schema, 'x')).toEqual([expect.stringContaining(`: ${kind}`)]);
  });
});
