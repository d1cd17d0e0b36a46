import { useEffectEvent, useLayoutEffect } from 'react';

/** Where the keyboard's focus is, as far as single-key commands care. */
export type Focus = 'page' | 'control' | 'field';

/** A key press, without the browser's event. */
export type KeyPress = {
  key: string;
  /** Ctrl, or Cmd on a Mac. */
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  repeat: boolean;
  focus: Focus;
};

const typingTypes = new Set(['text', 'number', 'search', 'date', 'time', 'email', 'url', '']);

/** Says whether typed keys belong to the element (a field), or only Space and Enter (a control), or neither. */
function readFocus(element: EventTarget | null): Focus {
  if (element instanceof HTMLInputElement) {
    return typingTypes.has(element.type) ? 'field' : 'control';
  }
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return 'field';
  if (element instanceof HTMLElement && element.isContentEditable) return 'field';
  const isControl = element instanceof HTMLElement && element.matches('button, a[href], summary');
  return isControl ? 'control' : 'page';
}

/**
 * Listens for keys on the whole window while no dialog is open. `handle` returns true for a press that it took;
 * the browser's own action is then left out. A key held down never activates a control a second time. The `window`
 * hears a press last, after whatever screen it shows, even one that was loaded later.
 */
export function useKeys(handle: (press: KeyPress) => boolean, hearer: 'screen' | 'window' = 'screen'): void {
  const onKeyDown = useEffectEvent((event: Event) => {
    if (!(event instanceof KeyboardEvent)) return;
    // A press that something nearer took is nobody else's, though what took it may be gone by now.
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    // Where the press fell; the page's own handlers may have moved the focus since.
    const focus = readFocus(event.target);
    const press = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
      repeat: event.repeat,
      focus,
    };
    const isHeldControl = event.repeat && focus === 'control' && (event.key === ' ' || event.key === 'Enter');
    if (isHeldControl || handle(press)) event.preventDefault();
  });
  // In the same commit as what is shown: between it and a later effect a key would be lost.
  useLayoutEffect(() => {
    const target: EventTarget = hearer === 'window' ? window : document;
    target.addEventListener('keydown', onKeyDown);
    return () => target.removeEventListener('keydown', onKeyDown);
  }, [hearer]);
}
