import path from 'node:path';

import { missingPackages, thisMachine } from './missing-packages.ts';

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

/** What to say where packages for this machine are missing, which the packages that need them do not expect. */
function describeMissing({ message }: Error, missing: readonly string[]): string {
  const [problem] = message.split(/(?<=\.)\s|\n/, 1);
  return (
    `${problem}\n` +
    `Packages for this machine are not installed: ${missing.join(', ')}. npm leaves them out with --omit=optional, ` +
    `and where node_modules was made on another machine. Install them with "npm ci --include=optional".`
  );
}

/**
 * What an error says: its message alone where it is meant for people, or comes from the system; else its stack, unless
 * packages are missing that `project` needs on this machine.
 */
export function describeError(
  error: unknown,
  project = path.join(import.meta.dirname, '../..'),
): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof PlainError || 'syscall' in error) return error.message;
  const missing = missingPackages(project, thisMachine());
  if (missing.length > 0) return describeMissing(error, missing);
  return error.stack || error.message;
}
