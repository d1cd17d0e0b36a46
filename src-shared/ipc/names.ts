import type { Channel, PreloadChannel } from './contract.ts';
import type { EventName } from './event-contract.ts';

/**
 * The names of the contract's channels and events alone, for the preload: it needs no schemas, and would carry
 * zod into every window's start otherwise. The types keep both lists complete.
 */
const channels: Record<Exclude<Channel, PreloadChannel>, true> = {
  'app:info': true,
  'today:get': true,
  'plan:get': true,
  'extra:begin': true,
  'review:next': true,
  'review:answer': true,
  'card:change': true,
  'card:get': true,
  'card:open-source': true,
  'card:report': true,
  'history:undo': true,
  'history:redo': true,
  'decks:list': true,
  'decks:repair': true,
  'decks:settle': true,
  'decks:open-folder': true,
  'profile:open-folder': true,
  'fit:begin': true,
  'fit:get': true,
  'fit:cancel': true,
  'fit:apply': true,
  'settings:set': true,
  'mocks:list': true,
  'mocks:start': true,
  'mocks:view': true,
  'mocks:act': true,
  'mocks:note': true,
  'mocks:pause': true,
  'mocks:hint': true,
  'mocks:submit': true,
  'mocks:abandon': true,
  'mocks:report': true,
  'mocks:contest': true,
  'mocks:keep-sheet': true,
  'backups:list': true,
  'backups:create': true,
  'backups:restore': true,
  'cards:find': true,
  'cards:ids': true,
  'cards:change': true,
  'exchange:get': true,
  'exchange:export': true,
  'exchange:import': true,
  'exchange:bring': true,
  'exchange:cancel': true,
  'exchange:show': true,
  'defaults:list': true,
  'defaults:get': true,
  'rounds:start': true,
  'rounds:view': true,
  'rounds:answer': true,
  'rounds:end': true,
  'rounds:mend': true,
  'stats:get': true,
};
const events: Record<EventName, true> = {
  'decks:changed': true,
  'backups:made': true,
  'mocks:over': true,
  'rounds:over': true,
  'menu:command': true,
  'exchange:offered': true,
};

/** The names of all channels that a page may call, and of all events. */
export const channelNames: readonly string[] = Object.keys(channels);
export const eventNames: readonly string[] = Object.keys(events);
