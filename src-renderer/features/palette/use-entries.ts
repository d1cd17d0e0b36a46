import { useQuery } from '@tanstack/react-query';
import type { PromptCard } from '../../../src-shared/ipc/mock-contract.ts';
import { mocksQuery, referenceQuery } from '../../api.ts';
import type { Entry } from './find.ts';

/** Where the palette leads to. */
export type Ways = {
  screens: readonly { name: string; show(): void }[];
  showDefault(id: string): void;
  showPrompt(prompt: PromptCard): void;
  startReview(): void;
};

/** Every entry of the palette; defaults and interviews once they were read. */
export function useEntries({ screens, showDefault, showPrompt, startReview }: Ways): Entry[] {
  const topics = useQuery(referenceQuery).data?.topics ?? [];
  const prompts = useQuery(mocksQuery).data?.prompts ?? [];
  return [
    { id: 'review', kind: 'Command', name: 'Start today’s review', run: startReview },
    ...screens.map(({ name, show }) => ({ id: `screen-${name}`, kind: 'Screen', name, run: show })),
    ...topics.flatMap(({ title, defaults }) =>
      defaults.map(({ id, name, default: says }) => ({
        id: `default-${id}`,
        kind: 'Default',
        name,
        words: `${id} ${title} ${says}`,
        run: () => showDefault(id),
      })),
    ),
    ...prompts.map(prompt => ({
      id: `prompt-${prompt.id}`,
      kind: 'Mock interview',
      name: prompt.title,
      words: prompt.parts.join(' '),
      run: () => showPrompt(prompt),
    })),
  ];
}
