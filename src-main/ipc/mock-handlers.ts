import type { createInterviews } from '../services/mocks/interview.ts';
import { readMockList } from '../services/mocks/lines.ts';
import { readReport } from '../services/mocks/report.ts';
import { keepSheet } from '../services/mocks/sheet.ts';
import type { Profile } from '../services/profile.ts';
import type { Handlers } from './handler-types.ts';

type MockHandlers = Pick<Handlers, Extract<keyof Handlers, `mocks:${string}`>>;

/** The handlers of mock interviews. */
export function createMockHandlers(
  profile: Profile,
  interviews: ReturnType<typeof createInterviews>,
): MockHandlers {
  const contest = (attemptId: string, text: string, at: Parameters<MockHandlers['mocks:contest']>[1]) => {
    readReport(profile, attemptId);
    profile.journal.commit(at, [{ type: 'mock_contest', attemptId, text }], { undoable: false });
    return readReport(profile, attemptId);
  };
  return {
    'mocks:list': (_input, at) => {
      interviews.settle(at);
      return readMockList(profile, at);
    },
    'mocks:start': (choice, at) => interviews.start(choice, at),
    'mocks:view': ({ attemptId }, at) => interviews.view(attemptId, at),
    'mocks:act': ({ attemptId, act }, at) => interviews.act(attemptId, act, at),
    'mocks:note': ({ attemptId, text }, at) => {
      interviews.note(attemptId, text, at);
      return {};
    },
    'mocks:pause': ({ attemptId, on }, at) => interviews.pause(attemptId, on, at),
    'mocks:hint': ({ attemptId, part, decision }, at) => ({
      hint: interviews.hint(attemptId, part, decision, at),
    }),
    'mocks:submit': ({ attemptId }, at) => {
      interviews.submit(attemptId, at);
      return { attemptId };
    },
    'mocks:abandon': ({ attemptId }, at) => {
      interviews.abandon(attemptId, at);
      return {};
    },
    'mocks:report': ({ attemptId }) => readReport(profile, attemptId),
    'mocks:contest': ({ attemptId, text }, at) => contest(attemptId, text, at),
    'mocks:keep-sheet': ({ attemptId }) => ({ path: keepSheet(profile, attemptId) }),
  };
}
