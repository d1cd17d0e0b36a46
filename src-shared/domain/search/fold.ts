/** Small letters without marks, so that `naive` finds `Naïve`. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Every text in a value, in one line; numbers too, since a card is also found by its figure. */
export function listTexts(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .map(listTexts)
    .filter(text => text !== '')
    .join(' ');
}
