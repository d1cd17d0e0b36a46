import { parse as parseYaml, stringify as writeYaml } from 'yaml';
import type { Random } from '../../../src-shared/domain/random.ts';
import type { Mutate } from '../fuzzed.ts';
import { extremes } from './bytes.ts';
import { changeText, mutateText } from './text.ts';

const hostileNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  '',
  '\0',
  '0',
  'length',
  'id',
  'kind',
  'type',
] as const;

const wrongTypes = (random: Random): unknown =>
  random.pick([
    null,
    true,
    false,
    '',
    'x',
    0,
    -1,
    1.5,
    [],
    {},
    [[]],
    [null],
    { __proto__: null },
    'x'.repeat(5000),
    random.pick(extremes),
  ]);

/** A JSON value with one place of it changed: a key gone, twice, renamed; another type; an extreme; a text changed. */
export function mutateValue(value: unknown, random: Random): unknown {
  const places = listPlaces(value);
  const place = random.pick(places);
  return changeAt(value, place, inner => changeInner(inner, value, random));
}

type Place = readonly (string | number)[];

function listPlaces(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Array.isArray(value)
    ? value.flatMap((one, index) => listPlaces(one, [...at, index]))
    : Object.entries(value).flatMap(([name, one]) => listPlaces(one, [...at, name]));
  return [at, ...inside];
}

function changeAt(value: unknown, [key, ...rest]: Place, change: (inner: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((one, index) => (index === key ? changeAt(one, rest, change) : one));
  return fromEntries(
    Object.entries(Object(value)).map(([name, one]) => [
      name,
      name === key ? changeAt(one, rest, change) : one,
    ]),
  );
}

/** `Object.fromEntries` defines `__proto__` as a plain field, which is how JSON.parse reads it. */
const fromEntries = (entries: (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries);

function changeInner(value: unknown, whole: unknown, random: Random): unknown {
  if (random.next() < 0.15) return wrongTypes(random);
  if (random.next() < 0.1) return readPart(whole, random);
  if (typeof value === 'string') return changeText(value, random);
  if (typeof value === 'number')
    return random.next() < 0.5 ? random.pick(extremes) : value + random.pick([-1, 1, 0.5]);
  if (Array.isArray(value)) return changeList(value, random);
  if (typeof value === 'object' && value !== null) return changeFields(value, random);
  return wrongTypes(random);
}

function changeList(list: readonly unknown[], random: Random): unknown {
  if (list.length === 0) return [wrongTypes(random)];
  const at = random.int(list.length);
  return random.pick([
    list.toSpliced(at, 1),
    list.toSpliced(at, 0, list[at]),
    list.toReversed(),
    [...list, ...Array.from({ length: random.pick([30, 3000]) }, () => list[at])].slice(0, 5000),
    [],
    list.with(at, wrongTypes(random)),
  ]);
}

function changeFields(fields: object, random: Random): unknown {
  const entries = Object.entries(fields);
  const name = random.pick(hostileNames);
  if (entries.length === 0) return fromEntries([[name, wrongTypes(random)]]);
  const at = random.int(entries.length);
  const [key, value] = entries[at] ?? ['', null];
  return fromEntries(
    random.pick([
      entries.toSpliced(at, 1),
      entries.with(at, [name, value]),
      entries.with(at, [changeText(key, random), value]),
      entries.with(at, [key, wrongTypes(random)]),
      [...entries, [name, value] as [string, unknown]],
      entries.toReversed(),
      entries.with(at, [key, entries[random.int(entries.length)]?.[1]]),
    ]),
  );
}

/** Any part of a value, in the place of another. */
function readPart(whole: unknown, random: Random): unknown {
  const place = random.pick(listPlaces(whole));
  return place.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), whole);
}

/** Changes JSON by its structure most of the time, else as a text. */
export const mutateJson: Mutate = (input, others, random) =>
  mutateParsed(
    input,
    others,
    random,
    text => JSON.parse(text),
    value => JSON.stringify(value) ?? 'null',
  );

/** The same for YAML; written anew, its comments go. */
export const mutateYaml: Mutate = (input, others, random) =>
  mutateParsed(
    input,
    others,
    random,
    text => parseYaml(text, { maxAliasCount: 100 }),
    value => writeYaml(value, { aliasDuplicateObjects: random.next() < 0.3 }),
  );

function mutateParsed(
  input: Buffer,
  others: readonly Buffer[],
  random: Random,
  read: (text: string) => unknown,
  write: (value: unknown) => string,
): Buffer {
  if (random.next() < 0.65 && input.length < 200_000) {
    try {
      return Buffer.from(write(mutateValue(read(input.toString('utf8')), random)));
    } catch {
      // It was changed before so that it has no structure left.
    }
  }
  return mutateText(input, others, random);
}
