import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { commands, runCommandLine } from '../../../src-main/commands/run.ts';
import { createHandlers, isChannel, runHandler } from '../../../src-main/ipc/handlers.ts';
import { dropSwitches, readArguments } from '../../../src-main/lifecycle/arguments.ts';
import { locateArgument } from '../../../src-main/lifecycle/open-files.ts';
import { resolveInside, resolveMedia } from '../../../src-main/security/resolve-inside.ts';
import { addPicture, largestImage, locateMedia, recogniseImage } from '../../../src-main/services/media.ts';
import { readMediaAddress } from '../../../src-shared/domain/media-address.ts';
import { problemSchema } from '../../../src-shared/domain/problem.ts';
import type { Random } from '../../../src-shared/domain/random.ts';
import { channels } from '../../../src-shared/ipc/contract.ts';
import { png } from '../../helpers/anki/make-package.ts';
import { makeShell } from '../../helpers/shell.ts';
import { type FuzzedParser, judgeRefusal, must } from '../fuzzed.ts';
import { mutateBytes } from '../mutators/bytes.ts';
import { mutateText } from '../mutators/text.ts';
import { mutateJson } from '../mutators/values.ts';
import { now, openRigs } from '../rig.ts';

const seedsOf = (texts: readonly string[]): Buffer[] => texts.map(text => Buffer.from(text));

/** Channels that start a worker for each call: too slow here, and what they are called with is nothing. */
const slow = new Set(['backups:create', 'fit:begin']);

const callSchema = z.object({ channel: z.string(), input: z.unknown() });

const ipc: FuzzedParser = {
  name: 'calls from a page',
  covers: [
    'src-main/ipc/handlers.ts',
    'src-main/ipc/answer.ts',
    'src-shared/ipc/contract.ts',
    'src-main/services/settings.ts',
  ],
  seeds: () =>
    (
      [
        ['today:get', {}],
        ['review:next', { session: { kind: 'today' }, learnAhead: true }],
        ['cards:find', { search: 'is:new', order: 'deck', descending: false, offset: 0, limit: 10 }],
        ['settings:set', { newPerDay: 5 }],
        ['own:check', { text: 'kind: basic\nask: a\nanswer: b' }],
        ['card:get', { cardId: 'own.basic' }],
        [
          'card:change',
          { session: { kind: 'today' }, cardId: 'own.cloze', change: { kind: 'note', text: 'x' } },
        ],
      ] as const
    ).map(([channel, input]) => Buffer.from(JSON.stringify({ channel, input }))),
  mutate: (input, others, random) => {
    if (random.next() < 0.4) return mutateJson(input, others, random);
    const channel = random.pick(Object.keys(channels).filter(name => !slow.has(name)));
    return Buffer.from(
      JSON.stringify({ channel, input: isChannel(channel) ? drawInput(channel, random) : null }),
    );
  },
  open: folder => {
    const rigs = openRigs(folder);
    let handlers = createHandlers(rigs.current().profile, makeShell());
    let calls = 0;
    return {
      async read(bytes) {
        const { channel, input } = readCall(bytes);
        if (!isChannel(channel) || slow.has(channel)) return 'refused';
        if (++calls % 60 === 0) {
          rigs.renew();
          handlers = createHandlers(rigs.current().profile, makeShell());
        }
        try {
          await runHandler(handlers, channel, input, now);
        } catch (error) {
          return judgeRefusal(error);
        } finally {
          rigs.current().prove();
        }
        return 'read';
      },
      close: rigs.close,
    };
  },
};

function readCall(bytes: Buffer): { channel: string; input: unknown } {
  try {
    return callSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return { channel: '', input: null };
  }
}

const shapeSchema = z.looseObject({
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

/** What mostly fits a channel, so that what lies behind its schema is reached. */
function drawInput(channel: keyof typeof channels, random: Random): unknown {
  return draw(z.toJSONSchema(channels[channel].input, { io: 'input', unrepresentable: 'any' }), random);
}

const words = [
  'own.basic',
  'own.cloze',
  'own',
  'chat',
  'card:own.basic',
  'cache.aside',
  '2026-12-01',
  'x',
  '',
  '20261124T070000Z-start',
  '00000000-0000-4000-8000-000000000000',
  'caching',
  'kind: basic\nask: a\nanswer: b',
  '../../x',
] as const;

function draw(schema: unknown, random: Random): unknown {
  const shape = shapeSchema.parse(schema);
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return draw(random.pick(either), random);
  if (shape.enum) return random.pick(shape.enum);
  if ('const' in shape && shape.const !== undefined) return shape.const;
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([name]) => (shape.required ?? []).includes(name) || random.next() < 0.5)
          .map(([name, inner]) => [name, draw(inner, random)]),
      );
    case 'array':
      return Array.from({ length: random.pick([0, 1, 2, 12]) }, () => draw(shape.items ?? {}, random));
    case 'string': {
      const { pattern } = shape;
      const fitting =
        pattern === undefined ? words : words.filter(word => new RegExp(pattern, 'u').test(word));
      return random.pick(fitting.length > 0 ? fitting : words);
    }
    case 'integer':
    case 'number':
      return random.pick([shape.minimum ?? 0, shape.maximum ?? 5, Math.max(1, shape.minimum ?? 1), 3]);
    case 'boolean':
      return random.next() < 0.5;
    default:
      return null;
  }
}

const lines: readonly string[][] = [
  ['today', '--json'],
  ['next'],
  ['answer', '--card', 'own.basic', '--rating', 'good'],
  ['card', 'own.cloze', '--json'],
  ['undo'],
  ['check'],
  ['stats', '--json'],
  ['plan', '--date', '2026-12-24', '--json'],
  ['decks', 'validate', 'decks'],
  ['mock', 'generate', '--seed', '7', '--minutes', '35'],
  ['replay', '--log', 'history.csv', '--now', '2026-11-26T09:00:00+01:00'],
];

const args: FuzzedParser = {
  name: 'command line',
  covers: [
    'src-main/commands/run.ts',
    'src-main/commands/define.ts',
    'src-main/commands/review-commands.ts',
    'src-main/lifecycle/arguments.ts',
    'src-main/lifecycle/open-files.ts',
  ],
  seeds: () => lines.map(line => Buffer.from(JSON.stringify(line))),
  mutate: (input, others, random) => {
    if (random.next() < 0.6) return mutateJson(input, others, random);
    const line = readLine(input);
    const word = random.pick([
      ...random.pick(lines),
      ...commands.map(({ name }) => name),
      '--json',
      '--now',
      '--profile',
      '--help',
      '--',
      '-',
      '--version',
      '--card=',
      '--no-json',
    ]);
    return Buffer.from(JSON.stringify(line.toSpliced(random.int(line.length + 1), random.int(2), word)));
  },
  open: folder => {
    const rigs = openRigs(folder);
    const closeCurrent = (): void => rigs.current().profile.close();
    closeCurrent();
    const home = process.cwd();
    const config = process.env.XDG_CONFIG_HOME;
    process.chdir(folder);
    process.env.XDG_CONFIG_HOME = path.join(folder, 'config');
    fs.cpSync(path.join(rigs.current().profile.dir, 'decks'), path.join(folder, 'decks'), {
      recursive: true,
    });
    fs.writeFileSync(
      path.join(folder, 'history.csv'),
      'card,rating,at\nown.basic,good,2026-11-25T08:00:00Z\n',
    );
    return {
      read(input) {
        const { dir } = rigs.next().profile;
        // A command opens the profile itself.
        closeCurrent();
        const given = readLine(input).filter(
          arg =>
            isInside(folder, arg) &&
            arg !== 'import' &&
            arg !== 'export' &&
            arg !== 'create' &&
            arg !== 'optimise' &&
            arg !== 'restore',
        );
        readWindowArguments(given);
        const out: string[] = [];
        const err: string[] = [];
        const all = given.includes('--profile') ? given : [...given, '--profile', dir];
        const exit = runCommandLine(all, path.join(folder, 'none'), {
          out: text => out.push(text),
          err: text => err.push(text),
        });
        must([0, 1, 2].includes(exit), `exit code ${exit}`);
        must(exit !== 0 || err.length === 0, `done, and yet: ${err.join(' ')}`);
        must(exit === 0 || out.length + err.length > 0, 'failed without a word');
        const text = err.join('\n');
        must(
          !/^\s+at .*:\d+/m.test(text) && !/Something went wrong/.test(text),
          `a fault of ours: ${text.slice(0, 1500)}`,
        );
        if (err.length === 1 && text.startsWith('{"problem"'))
          problemSchema.parse(Reflect.get(JSON.parse(text), 'problem'));
        return exit === 0 ? 'read' : 'refused';
      },
      close: () => {
        process.chdir(home);
        if (config === undefined) delete process.env.XDG_CONFIG_HOME;
        else process.env.XDG_CONFIG_HOME = config;
        rigs.close();
      },
    };
  },
};

function readLine(input: Buffer): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(input.toString('utf8')));
  } catch {
    return [];
  }
}

/** No command is to write elsewhere: it is the command line that is tried, not the disk. */
function isInside(folder: string, arg: string): boolean {
  const [, value = arg] = /^--?[a-z-]+=(.*)$/s.exec(arg) ?? [];
  return !value.includes('\0') && path.resolve(folder, value).startsWith(folder);
}

function readWindowArguments(given: readonly string[]): void {
  dropSwitches(given);
  for (const packaged of [true, false]) {
    try {
      const { file } = readArguments(given, { packaged });
      if (file !== null)
        must(path.isAbsolute(locateArgument(file, '/somewhere')), 'a file without its whole path');
    } catch (error) {
      judgeRefusal(error);
    }
  }
}

const addresses: FuzzedParser = {
  name: 'addresses of app://',
  covers: ['src-main/security/resolve-inside.ts', 'src-shared/domain/media-address.ts'],
  seeds: () =>
    seedsOf([
      'app://baseline/index.html',
      'app://baseline/assets/a%20b.js?x#y',
      'app://baseline/media/dot.png',
      'media/dot.png',
      'app://baseline/',
    ]),
  mutate: mutateText,
  open: folder => {
    const page = path.join(folder, 'page');
    const media = path.join(folder, 'media');
    fs.mkdirSync(path.join(page, 'assets'), { recursive: true });
    fs.mkdirSync(media);
    for (const file of ['secret.png', 'page/index.html', 'page/assets/a b.js', 'media/dot.png', 'page-2'])
      fs.writeFileSync(path.join(folder, file), 'x');
    fs.symlinkSync(path.join(folder, 'secret.png'), path.join(media, 'link.png'));
    return {
      read(input) {
        const text = input.toString('utf8');
        readMediaAddress(text);
        const inPage = resolveInside(page, text);
        const inMedia = resolveMedia(media, text);
        must(inPage === null || fs.realpathSync(inPage).startsWith(page + path.sep), `leads out: ${inPage}`);
        must(
          inMedia === null || fs.realpathSync(inMedia).startsWith(media + path.sep),
          `leads out: ${inMedia}`,
        );
        return 'read';
      },
      close: () => undefined,
    };
  },
};

const heads = ['GIF89a', '\xff\xd8\xff\xe0', 'RIFF0000WEBPVP8 '].map(text =>
  Buffer.from(`${text}${'x'.repeat(40)}`, 'latin1'),
);

const pictures: FuzzedParser = {
  name: 'pictures',
  covers: ['src-main/services/media.ts'],
  seeds: () => [png, ...heads],
  mutate: mutateBytes,
  open: folder => ({
    read(input) {
      try {
        const name = addPicture(folder, input);
        must(readMediaAddress(`media/${name}`) === name, `no card can show ${name}`);
        must(fs.readFileSync(path.join(locateMedia(folder), name)).equals(input), 'what was kept is another');
        must(recogniseImage(input) !== null && input.length <= largestImage, 'kept what is no picture');
        fs.rmSync(path.join(locateMedia(folder), name));
        return 'read';
      } catch (error) {
        must(
          !fs.existsSync(locateMedia(folder)) || fs.readdirSync(locateMedia(folder)).length === 0,
          'refused, and yet kept',
        );
        return judgeRefusal(error);
      }
    },
    close: () => undefined,
  }),
};

export const borderParsers: readonly FuzzedParser[] = [ipc, args, addresses, pictures];
