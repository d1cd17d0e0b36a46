import { findCards } from '../../../src-main/services/browse.ts';
import { parseSteps } from '../../../src-renderer/features/settings/steps.ts';
import { parseTypedNumber } from '../../../src-shared/domain/grade.ts';
import { parseRating } from '../../../src-shared/domain/rating.ts';
import { listWords } from '../../../src-shared/domain/search/fold.ts';
import { parseQuery } from '../../../src-shared/domain/search/query.ts';
import {
  formatInstant,
  formatStudyDay,
  instantSchema,
  parseInstant,
  parseStudyDay,
} from '../../../src-shared/domain/study-day.ts';
import { channels } from '../../../src-shared/ipc/contract.ts';
import { type FuzzedParser, must } from '../fuzzed.ts';
import { mutateText } from '../mutators/text.ts';
import { now, openRig } from '../rig.ts';

const search: FuzzedParser = {
  name: 'search',
  covers: [
    'src-shared/domain/search/query.ts',
    'src-shared/domain/search/fold.ts',
    'src-main/services/browse.ts',
    'src-main/db/queries/browse.ts',
    'src-main/db/queries/browse-condition.ts',
  ],
  seeds: () =>
    [
      'tag:hard -is:due (what or "side by side")',
      'prop:stability<5 prop:recall>=90% flag:2',
      'deck:own* id:own.* kind:cloze naïve',
      '-(a or -b) "half',
    ].map(text => Buffer.from(text)),
  mutate: mutateText,
  open: folder => {
    const rig = openRig(folder);
    return {
      read(input) {
        const text = input.toString('utf8');
        parseQuery(text);
        // A page may ask for no longer one.
        const asked = channels['cards:find'].input.parse({
          search: text.slice(0, 1000),
          order: 'deck',
          descending: false,
          offset: 0,
          limit: 50,
        });
        const found = channels['cards:find'].output.parse(findCards(rig.profile, asked, now));
        must(
          found.problem === null || (found.problem !== '' && found.count === 0),
          'not understood, and yet found',
        );
        return found.problem === null ? 'read' : 'refused';
      },
      close: rig.close,
    };
  },
};

const offset = (): number => 60;

const figures: FuzzedParser = {
  name: 'dates, durations, figures',
  covers: [
    'src-shared/domain/study-day.ts',
    'src-shared/domain/grade.ts',
    'src-shared/domain/rating.ts',
    'src-renderer/features/settings/steps.ts',
  ],
  seeds: () =>
    [
      '2026-11-24T08:00:00+01:00',
      '2026-11-24T08:00',
      '2026-02-28',
      '50,000',
      '1.5M',
      '10 000,5',
      '1m, 10m 1h',
      'good',
      '9999-12-31T23:59:59.999-17:59',
    ].map(text => Buffer.from(text)),
  mutate: mutateText,
  open: () => ({
    read(input) {
      const text = input.toString('utf8');
      const instant = parseInstant(text, offset);
      if (instant !== null) {
        must(instantSchema.safeParse(instant).success, 'a moment that its schema does not know');
        must(
          parseInstant(formatInstant(instant), offset)?.atMs === instant.atMs,
          `${text} is another moment when written`,
        );
      }
      const day = parseStudyDay(text);
      must(day === null || formatStudyDay(day) === text, `${text} is another day when written`);
      const figure = parseTypedNumber(text);
      must(figure === null || (Number.isFinite(figure) && figure >= 0), `${text} is ${figure}`);
      const steps = parseSteps(text);
      must(steps === null || steps.every(step => Number.isInteger(step) && step >= 0), `${text} is ${steps}`);
      const rating = parseRating(text);
      listWords(text);
      return [instant, day, figure, steps, rating].some(one => one !== null) ? 'read' : 'refused';
    },
    close: () => undefined,
  }),
};

export const wordParsers: readonly FuzzedParser[] = [search, figures];
