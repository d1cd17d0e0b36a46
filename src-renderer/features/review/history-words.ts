/** An undo or redo in words. */
export function describeStep(direction: 'undo' | 'redo', label: string | null): string {
  if (label === null) return direction === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.';
  return `${direction === 'undo' ? 'Undone' : 'Done again'}: ${label}`;
}
