import { useQuery } from '@tanstack/react-query';
import {
  type CommandName,
  commandNames,
  describeCommand,
  findScreen,
  screenOrder,
} from '../../../src-shared/ipc/commands.ts';
import type { PromptCard } from '../../../src-shared/ipc/mock-contract.ts';
import { mocksQuery, referenceQuery } from '../../api.ts';
import { keyText } from '../commands/key-text.ts';
import type { Entry } from './find.ts';

/** Where the palette leads to. */
export type Ways = {
  run(command: CommandName): void;
  showDefault(id: string): void;
  showCard(cardId: string): void;
  showPrompt(prompt: PromptCard): void;
};

/** Every entry of the palette; defaults and interviews once they were read. */
export function useEntries({ run, showDefault, showPrompt }: Omit<Ways, 'showCard'>): Entry[] {
  const topics = useQuery(referenceQuery).data?.topics ?? [];
  const prompts = useQuery(mocksQuery).data?.prompts ?? [];
  return [
    makeEntry('review', run),
    ...screenOrder.map(screen => makeEntry(`go-${screen}`, run)),
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
    ...others.map(command => makeEntry(command, run)),
  ];
}

/** Commands that are found by their name once it is typed; undo and redo mean what is on screen behind the palette. */
const others = commandNames.filter(
  command => findScreen(command) === null && !['find', 'review', 'undo', 'redo'].includes(command),
);

function makeEntry(command: CommandName, run: Ways['run']): Entry {
  const { name, key } = describeCommand(command);
  return {
    id: command,
    kind: findScreen(command) ? 'Screen' : 'Command',
    name,
    ...(key === null ? {} : { key: keyText(key) }),
    run: () => run(command),
  };
}
