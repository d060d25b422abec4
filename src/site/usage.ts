import { type ParseArgsConfig, parseArgs } from 'node:util';

import { PlainError } from './plain-error.ts';

/** What only another command line can mend; says how a command is used. */
export class WrongUsage extends PlainError {
  constructor(sentence: string, usage: string) {
    super(`${sentence}\n\n${usage}`);
  }
}

/** The values of a command's options. Throws a `WrongUsage` where they cannot be understood. */
export function readOptions<Given extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Given,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : '', usage);
  }
}
