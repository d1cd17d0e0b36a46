import { useEffect, useEffectEvent } from 'react';
import type { Screen } from './screen.ts';

const key = 'screen';

/**
 * Keeps which screen is shown for as long as the window is open, and shows it again where its page had to be loaded
 * anew: its process died. A new start begins on the first screen.
 */
export function useKeptScreen(screen: Screen, show: (screen: Screen) => void): void {
  const comeBack = useEffectEvent((kept: Screen | null) => {
    if (kept) show(kept);
  });
  useEffect(() => {
    const text = sessionStorage.getItem(key);
    // The first screen waits for no schema.
    if (text !== null) void import('./kept-screen.ts').then(({ readScreen }) => comeBack(readScreen(text)));
  }, []);
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(screen)), [screen]);
}

/** Lets the window begin on the first screen when it is loaded again. */
export function forgetScreen(): void {
  sessionStorage.removeItem(key);
}
