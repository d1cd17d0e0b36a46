/** A number of cards as a person types it, such as 500 or 10k. */
export function readSize(text: string): number {
  const [, digits, thousands] = /^(\d+)(k?)$/.exec(text) ?? [];
  if (!digits) throw new Error(`“${text}” is no number of cards, such as 10k`);
  return Number(digits) * (thousands ? 1000 : 1);
}
