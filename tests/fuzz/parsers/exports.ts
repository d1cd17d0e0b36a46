import fs from 'node:fs';
import path from 'node:path';
import { changeCard } from '../../../src-main/services/cards.ts';
import { mergeExport } from '../../../src-main/services/exchange/json/merge.ts';
import { readJson } from '../../../src-main/services/exchange/json/read-json.ts';
import { writeJson } from '../../../src-main/services/exchange/json/write-json.ts';
import { unwatched } from '../../../src-main/services/exchange/watch.ts';
import { stepHistory } from '../../../src-main/services/history.ts';
import { locateMedia } from '../../../src-main/services/media.ts';
import { createInterviews } from '../../../src-main/services/mocks/interview.ts';
import { createRounds } from '../../../src-main/services/rounds/rounds.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { cardIdSchema } from '../../../src-shared/domain/ids.ts';
import { png } from '../../helpers/anki/make-package.ts';
import { type FuzzedParser, judgeRefusal } from '../fuzzed.ts';
import { mutateJson } from '../mutators/values.ts';
import { keepsWhole, now, openRig, openRigs } from '../rig.ts';
import { inFolder } from '../temporary.ts';
import { lookAround } from '../use.ts';

/** Exports of a profile in which much was done: without a mock interview, which is most of the bytes, and with one. */
function writeExports(): Buffer[] {
  return inFolder(folder => {
    const rig = openRig(folder);
    const { profile } = rig;
    const cardId = cardIdSchema.parse('own.basic');
    for (const change of [
      { kind: 'flag', flag: 2 },
      { kind: 'tag', tag: 'later', on: true },
      { kind: 'note', text: 'Ask “why”.' },
      { kind: 'setDue', inDays: 3 },
      { kind: 'suspend', on: true },
    ] as const)
      changeCard(profile, cardId, change, now);
    stepHistory(profile, 'undo', now);
    changeSettings(profile, { newPerDay: 7, learningStepsMin: [1, 10] }, now);
    fs.mkdirSync(locateMedia(profile.dir), { recursive: true });
    fs.writeFileSync(path.join(locateMedia(profile.dir), 'dot.png'), png);
    const first = takeOut(folder, profile.dir);
    const rounds = createRounds(profile);
    rounds.start('quick', now);
    const interviews = createInterviews(profile);
    interviews.start(
      { source: { kind: 'generated', seed: 1, minutes: 35 }, level: 'guided', mode: 'practice' },
      now,
    );
    const second = takeOut(folder, profile.dir);
    rig.close();
    return [first, second];
  });
}

/** The same profile made twice has other ids; here they are counted, so that an input can be made again. */
function takeOut(folder: string, dir: string): Buffer {
  const file = path.join(folder, 'out.json');
  writeJson({ file, database: path.join(dir, 'baseline.db'), mediaFolder: locateMedia(dir) }, unwatched);
  const ids = new Map<string, string>();
  const text = fs
    .readFileSync(file, 'utf8')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, id => {
      const counted = ids.get(id) ?? `00000000-0000-4000-8000-${String(ids.size).padStart(12, '0')}`;
      ids.set(id, counted);
      return counted;
    });
  return Buffer.from(text);
}

const jsonExport: FuzzedParser = {
  name: 'export of everything',
  covers: [
    'src-main/services/exchange/json/read-json.ts',
    'src-main/services/exchange/json/format.ts',
    'src-main/services/exchange/json/item-lines.ts',
    'src-main/services/exchange/json/merge.ts',
    'src-main/services/exchange/json/merge-copy.ts',
    'src-main/db/copy-store.ts',
    'src-main/services/exchange/json/own-decks.ts',
    'src-main/services/exchange/place-files.ts',
    'src-main/db/staging.ts',
    'src-main/db/queries/merge.ts',
    'src-main/db/event-row.ts',
    'src-main/services/own/register.ts',
    'src-main/services/own/conflicts.ts',
  ],
  seeds: writeExports,
  mutate: mutateJson,
  open: folder => {
    const rigs = openRigs(folder);
    const file = path.join(folder, 'in.json');
    const staging = path.join(folder, 'staging');
    return {
      async read(input) {
        fs.writeFileSync(file, input);
        fs.rmSync(staging, { recursive: true, force: true });
        fs.mkdirSync(staging);
        const rig = rigs.current();
        try {
          await keepsWhole(rig, () =>
            mergeExport(rig.profile, readJson(file, staging, unwatched), rig.profile.clock.now()),
          );
        } catch (error) {
          return judgeRefusal(error);
        }
        rig.prove();
        await lookAround(rig.profile);
        rigs.renew();
        return 'read';
      },
      close: rigs.close,
    };
  },
};

export const exportParsers: readonly FuzzedParser[] = [jsonExport];
