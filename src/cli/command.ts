import type { MeetingDate } from '../archive/dates/date.ts';

/** Where a command runs, and where its words go. Nothing else of the machine is asked. */
export interface Surroundings {
  directory: string;
  /** Where the words were typed, from which paths among them start. */
  typedIn: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** The day it is in a time zone; without one, where the machine stands. */
  today: (timeZone: string | undefined) => MeetingDate;
  /** The whole of standard input, as bytes. */
  input: () => Promise<Uint8Array>;
  out: (text: string) => void;
  err: (text: string) => void;
  /** Whether standard output takes colours. */
  colour: boolean;
}

/** One command of the program. Gives the exit code: 0 fine, 1 findings, 2 wrong usage. */
export interface Command {
  /** The whole help text. */
  help: string;
  run: (args: string[], surroundings: Surroundings) => Promise<number>;
}

/** A wrong use of the program: its message is shown, with the way to the help, and the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Something the program cannot do here, such as a file that is not there: its message is all there is to say. */
export class Refusal extends Error {
  override name = 'Refusal';
}
