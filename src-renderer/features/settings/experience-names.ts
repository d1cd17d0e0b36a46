import type { Experience } from '../../../src-shared/domain/setting-choices.ts';

/** What a person may have done before, as they would say it. */
export const experienceNames: Readonly<Record<Experience, string>> = {
  none: 'New to system design',
  read: 'Read about it, or worked with parts of it',
  interviewed: 'Been in system-design interviews',
};
