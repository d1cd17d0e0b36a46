import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { infoQuery } from '../../api.ts';

/**
 * Puts what is set of the appearance on the document, where the style sheets read it: theme, contrast and motion. What
 * is left to the system follows it at once. The window is opened at its text size; only changes are passed on.
 */
export function useAppearance(): void {
  const settings = useQuery(infoQuery).data?.settings;
  const contrastWanted = useMedia('(prefers-contrast: more)');
  const stillnessWanted = useMedia('(prefers-reduced-motion: reduce)');
  const textSize = useRef<number | null>(null);
  useEffect(() => {
    if (!settings) return;
    const { dataset } = document.documentElement;
    dataset.theme = settings.theme;
    dataset.contrast = settings.contrast === 'high' || contrastWanted ? 'high' : 'usual';
    dataset.motion = settings.motion === 'reduced' || stillnessWanted ? 'reduced' : 'usual';
    if (textSize.current !== null && textSize.current !== settings.textSize) {
      window.baseline.setTextSize(settings.textSize);
    }
    textSize.current = settings.textSize;
  }, [settings, contrastWanted, stillnessWanted]);
}

/** What the system wishes, for a page that knows no settings. */
export function useSystemAppearance(): void {
  const contrastWanted = useMedia('(prefers-contrast: more)');
  const stillnessWanted = useMedia('(prefers-reduced-motion: reduce)');
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.contrast = contrastWanted ? 'high' : 'usual';
    dataset.motion = stillnessWanted ? 'reduced' : 'usual';
  }, [contrastWanted, stillnessWanted]);
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    onChange => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
  );
}
