/** A statistic that is withheld while it rests on too little: `value` is null until `have` reaches `need`. */
export type Measured<T> = { have: number; need: number; value: T | null };

/** Computes a statistic where there is enough to compute it from. */
export function measure<T>(have: number, need: number, compute: () => T): Measured<T> {
  return { have, need, value: have >= need ? compute() : null };
}

/** Why a statistic is withheld: `Not enough reviews yet: 12 of 50.` */
export function describeThin({ have, need }: { have: number; need: number }, noun: string): string {
  return `Not enough ${noun} yet: ${have} of ${need}.`;
}
