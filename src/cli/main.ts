import { buffer } from 'node:stream/consumers';

import { dayOf } from './day.ts';
import { runProgram } from './program.ts';

/** npm runs its scripts in the folder of the project, from whichever folder below it is called. */
function typedIn({ npm_lifecycle_event: script, INIT_CWD: folder }: NodeJS.ProcessEnv): string {
  return script === 'notes' && folder ? folder : process.cwd();
}

/** NO_COLOR switches colours off where it holds anything at all (no-color.org). */
const colour = process.stdout.isTTY === true && !process.env['NO_COLOR'];

// A reader that closes the pipe early, such as `head`, has seen what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), {
  directory: process.cwd(),
  typedIn: typedIn(process.env),
  environment: process.env,
  today: (timeZone) => dayOf(new Date(), timeZone),
  input: () => buffer(process.stdin),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour,
});
