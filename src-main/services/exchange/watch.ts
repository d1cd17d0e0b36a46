/** What long work tells and asks on its way. */
export type Watch = {
  /** How far it is, 0 to 1. */
  progress(share: number): void;
  /** Throws a CancelledError once the work is no longer wanted. */
  check(): void;
};

/** Ends work that is no longer wanted; nothing was changed. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** Work that nobody watches. */
export const unwatched: Watch = { progress: () => undefined, check: () => undefined };
