import { lazyScreen } from './components/lazy-screen.tsx';

// The screens beyond the first, whose own script is all that the window waits for.

export const ReviewScreen = lazyScreen(() =>
  import('./features/review/review-screen.tsx').then(module => module.ReviewScreen),
);
export const MocksArea = lazyScreen(() =>
  import('./features/mock/mocks-area.tsx').then(module => module.MocksArea),
);
export const InterviewScreen = lazyScreen(() =>
  import('./features/mock/interview-screen.tsx').then(module => module.InterviewScreen),
);
export const RoundScreen = lazyScreen(() =>
  import('./features/round/round-screen.tsx').then(module => module.RoundScreen),
);
export const DefaultsArea = lazyScreen(() =>
  import('./features/defaults/defaults-area.tsx').then(module => module.DefaultsArea),
);
export const PlanScreen = lazyScreen(() =>
  import('./features/plan/plan-screen.tsx').then(module => module.PlanScreen),
);
export const CardsScreen = lazyScreen(() =>
  import('./features/cards/cards-screen.tsx').then(module => module.CardsScreen),
);
export const DecksScreen = lazyScreen(() =>
  import('./features/decks/decks-screen.tsx').then(module => module.DecksScreen),
);
export const EditorScreen = lazyScreen(() =>
  import('./features/editor/editor-screen.tsx').then(module => module.EditorScreen),
);
export const SettingsScreen = lazyScreen(() =>
  import('./features/settings/settings-screen.tsx').then(module => module.SettingsScreen),
);
export const ProgressScreen = lazyScreen(() =>
  import('./features/progress/progress-screen.tsx').then(module => module.ProgressScreen),
);

/** In the order in which they are likely to be wanted: the review is one key away. */
const inOrder = [
  ReviewScreen,
  MocksArea,
  InterviewScreen,
  RoundScreen,
  DefaultsArea,
  PlanScreen,
  CardsScreen,
  DecksScreen,
  EditorScreen,
  SettingsScreen,
  ProgressScreen,
];

/**
 * Reads the screens one after the other, each once the page has nothing else to do, so that going to one answers at
 * once. One that cannot be read is tried again when it is shown, which tells why.
 */
export async function loadScreens(): Promise<void> {
  for (const screen of inOrder) {
    await screen.load().catch(() => undefined);
    await new Promise(resolve => requestIdleCallback(resolve));
  }
}
