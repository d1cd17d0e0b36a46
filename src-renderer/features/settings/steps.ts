/** Steps as a person writes them, in minutes: `1 10`, `1m, 10m`, `10 1h`. Null where one is not understood. */
export function parseSteps(text: string): number[] | null {
  const words = text.split(/[\s,;]+/).filter(word => word !== '');
  const steps = words.map(word => {
    const match = /^(\d{1,4})(m|min|h)?$/i.exec(word);
    if (!match) return null;
    return Number(match[1]) * (match[2]?.toLowerCase() === 'h' ? 60 : 1);
  });
  return steps.every(step => step !== null) ? steps : null;
}

/** The same back as text, in minutes. */
export function formatSteps(stepsMin: readonly number[]): string {
  return stepsMin.join(' ');
}
