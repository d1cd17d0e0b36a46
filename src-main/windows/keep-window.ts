import { type BrowserWindow, screen } from 'electron';
import { type Place, placeWindow } from './place.ts';
import { keepPlace, readPlace } from './place-file.ts';

/** A window that is dragged or resized is kept once it rests. */
const REST_MS = 500;

/** Where the window of a profile opens, on the screens that there are now. */
export function findPlace(profileDir: string): Place {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return placeWindow(readPlace(profileDir), [primary.workArea, ...others.map(({ workArea }) => workArea)]);
}

/** Keeps the window's place in its profile, from where it opened on: whenever it changed, and when it closes. */
export function followPlace(
  window: BrowserWindow,
  profileDir: string,
  opened: Place,
  log: (error: unknown) => void,
): void {
  let place = opened;
  let timer: NodeJS.Timeout | undefined;
  let kept = '';
  const keep = (): void => {
    clearTimeout(timer);
    place = readWindow(window, place);
    const text = JSON.stringify(place);
    if (text === kept) return;
    kept = text;
    try {
      keepPlace(profileDir, place);
    } catch (error) {
      log(error);
    }
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  };
  window.on('resize', wait);
  window.on('move', wait);
  window.on('maximize', wait);
  window.on('unmaximize', wait);
  window.on('enter-full-screen', wait);
  window.on('leave-full-screen', wait);
  window.on('close', keep);
}

function readWindow(window: BrowserWindow, before: Place): Place {
  if (window.isFullScreen()) return { ...before, state: 'full-screen' };
  // The bounds to come back to are the last ones seen: a window that was opened maximised never had any other, and
  // X11 then tells those of the screen.
  if (window.isMaximized()) return { ...before, state: 'maximised' };
  return { ...window.getNormalBounds(), state: 'normal' };
}
