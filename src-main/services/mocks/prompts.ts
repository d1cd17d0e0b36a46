import { generatePrompt, generatorVersion } from '../../../src-shared/domain/mock/generate.ts';
import type { Prompt } from '../../../src-shared/domain/mock/prompt.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { hash32 } from '../../../src-shared/domain/random.ts';
import type { Input } from '../../../src-shared/ipc/contract.ts';
import type { Profile } from '../profile.ts';
import { listPrompts } from './read-mock.ts';

/** Read once: they are part of the product and do not change while it runs. */
const curated = new Map<string, readonly Prompt[]>();

/** The prompts that come with Baseline. */
export function readCurated({ builtInDecks }: Profile): readonly Prompt[] {
  const prompts = curated.get(builtInDecks) ?? listPrompts(builtInDecks);
  curated.set(builtInDecks, prompts);
  return prompts;
}

/** Where an attempt's prompt comes from. */
export type PromptSource = Input<'mocks:start'>['source'];

/** The prompt of a source; `attemptId` draws a new one where no seed is given. */
export function choosePrompt(
  profile: Profile,
  source: PromptSource,
  level: Prompt['level'],
  attemptId: string,
): { prompt: Prompt; seed: number | null; generatorVersion: number | null } {
  if (source.kind === 'generated') {
    const seed = source.seed ?? hash32(`prompt ${attemptId}`);
    return { prompt: generatePrompt(seed, { minutes: source.minutes, level }), seed, generatorVersion };
  }
  const prompt = readCurated(profile).find(({ id }) => id === source.promptId);
  if (prompt) return { prompt, seed: null, generatorVersion: null };
  throw new ProblemError(
    'not-found',
    `There is no prompt “${source.promptId}”.`,
    'Choose one of the list. Nothing was changed.',
  );
}
