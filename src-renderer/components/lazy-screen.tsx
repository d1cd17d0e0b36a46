import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';

/** A screen whose script is read when it is first wanted; `load` reads it ahead of that. */
export type LazyScreen<Props extends object> = ((props: Props) => ReactNode) & { load(): Promise<unknown> };

/**
 * Makes a screen of one that `read` brings. Once it is loaded it is drawn in the same step as any other, so that no
 * empty page comes in between; before that, a busy page stands in its place.
 */
export function lazyScreen<Props extends object>(
  read: () => Promise<ComponentType<Props>>,
): LazyScreen<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<{ default: ComponentType<Props> }> | null = null;
  const load = (): Promise<{ default: ComponentType<Props> }> => {
    loading ??= read().then(
      screen => {
        loaded = screen;
        return { default: screen };
      },
      (error: unknown) => {
        // Tried again when it is wanted next.
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  const Later = lazy(load);
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each screen, at the top of a module
  const Screen = (props: Props): ReactNode => {
    // Held for as long as it is shown: another component in its place would forget what was typed.
    const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Later);
    return (
      <Suspense fallback={<main className="page" aria-busy="true" />}>
        <Shown {...props} />
      </Suspense>
    );
  };
  return Object.assign(Screen, { load });
}
