import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';

import { dayOf } from '../../src/cli/day.ts';
import { runProgram } from '../../src/cli/program.ts';

// A program of its own takes a second or two to start where many run at once.
vi.setConfig({ testTimeout: 60_000 });

const main = path.resolve(import.meta.dirname, '../../src/cli/start.js');

/** What the program did. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs the program in a folder. In this process, as most of what it would take by itself is to start; what its own
 * process has to do with it is tested with `notesApart`.
 */
export async function notes(
  directory: string,
  args: readonly string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const said = { stdout: '', stderr: '' };
  const code = await runProgram(args, {
    ...{ directory, typedIn: directory, colour: false },
    environment: { ...process.env, ARCHIVE_CONTENT: '', ARCHIVE_MEETINGS: '', ...environment },
    today: (timeZone) => dayOf(new Date(), timeZone),
    input: () => Promise.resolve(Buffer.from(input)),
    out: (words) => (said.stdout += words),
    err: (words) => (said.stderr += words),
  });
  return { code, ...said };
}

/** Runs the real program in a folder, and waits for its end. */
export async function notesApart(
  directory: string,
  args: readonly string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const env = { ...process.env, ARCHIVE_CONTENT: '', ARCHIVE_MEETINGS: '', ...environment };
  const child = spawn(process.execPath, [main, ...args], { cwd: directory, env });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
