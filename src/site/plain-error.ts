/**
 * An error whose message is the whole story: of what ends a build the stack is printed, and a stack
 * of ours helps nobody who has a note or a setting to mend. Throw it for anything a person can put right.
 */
export class PlainError extends Error {
  override name = 'PlainError';

  constructor(message: string) {
    super(message);
    this.stack = '';
  }
}

/** What an error says: its message alone where it is meant for people, or comes from the system. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('syscall' in error) return error.message;
  return error.stack || error.message;
}
