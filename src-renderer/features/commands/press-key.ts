/**
 * Gives the page a key as if it had been pressed where the focus is, for a command whose meaning depends on that; true
 * where something on screen took it.
 */
export function pressKey(init: KeyboardEventInit): boolean {
  const target = document.activeElement ?? document.body;
  return !target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}
