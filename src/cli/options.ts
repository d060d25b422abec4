import { type ParseArgsConfig, parseArgs } from 'node:util';

import { type MeetingDate, parseDate } from '../archive/dates/date.ts';
import { nearest } from '../archive/text/nearest.ts';
import { type Surroundings, UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Throws a usage error where npm took an option for its own, as it does without `--`: it leaves them in the environment. */
function refuseKept(options: Options, { environment }: Surroundings): void {
  if (environment['npm_lifecycle_event'] !== 'notes') return;
  const kept = Object.keys(options).find(
    (name) => environment[`npm_config_${name.replaceAll('-', '_')}`],
  );
  if (kept === undefined) return;
  throw new UsageError(`npm kept "--${kept}" for itself: write "--" behind "npm run notes".`);
}

/** Reads a command's options and operands; throws a usage error that names the nearest option there is. */
export function readOptions<Given extends Options>(
  args: string[],
  surroundings: Surroundings,
  options: Given,
) {
  refuseKept(options, surroundings);
  try {
    const read = parseArgs({ args, options, allowPositionals: true, strict: true });
    // As of a variable of the shell that is not set.
    const empty = Object.entries(read.values).find(([, value]) => value === '');
    if (empty !== undefined) throw new UsageError(`The option "--${empty[0]}" needs a value.`);
    return read;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const lacking = /^Option '(?:-\w, )?(--[\w-]+) <value>' argument/.exec(message)?.[1];
    if (lacking !== undefined) throw new UsageError(`The option "${lacking}" needs a value.`);
    const flag = /^Option '(?:-\w, )?(--[\w-]+)' does not take an argument/.exec(message)?.[1];
    if (flag !== undefined) throw new UsageError(`The option "${flag}" takes no value.`);
    const unknown = /Unknown option '(-[^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message.replace(/\. .*$/s, '.'));
    const near = nearest(unknown.replace(/^-+/, ''), Object.keys(options));
    const hint = near === undefined ? '' : ` Did you mean "--${near}"?`;
    throw new UsageError(`There is no option "${unknown}".${hint}`);
  }
}

/** Refuses the words behind the operands that a command takes, if there are any, as a wrong use. */
export function refuseFurther([further]: readonly string[]): void {
  if (further !== undefined) throw new UsageError(`"${further}" is one word too many.`);
}

/** A day that may be given with a command, as YYYY-MM-DD; any other text is a wrong use. */
export function readDay(text: string | undefined): MeetingDate | undefined {
  if (text === undefined) return undefined;
  const day = parseDate(text);
  if (day !== undefined) return day;
  throw new UsageError(`"${text}" is not a date of the calendar as YYYY-MM-DD.`);
}
