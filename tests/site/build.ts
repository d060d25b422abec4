import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const project = resolve(import.meta.dirname, '../..');

const settings = [
  'SITE_URL',
  'BASE_PATH',
  'ARCHIVE_CONTENT',
  'ARCHIVE_MEETINGS',
  'ARCHIVE_CACHE',
  'BASE_URL',
  'DEV',
  'MODE',
  'NODE_ENV',
  'PROD',
  'SSR',
  'VITEST',
  'FORCE_COLOR',
];

/** The environment without what vitest, or whoever runs the tests, has set: a build under test must not notice. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1' };
  for (const name of settings) delete environment[name];
  return environment;
}

/** What a build wrote, and what it said. `dist` exists only if some build of that name has succeeded. */
export interface Build {
  dist: string;
  code: number;
  output: string;
}

/**
 * Builds the site in a process of its own, as `npm run build` does, into `.cache/tests/NAME/dist` with caches
 * of its own, so that builds under test share nothing. `env` adds to the environment, in which none of
 * the project's own variables is set. `root` is another project with templates; `from` the folder of a copy of this
 * one, to be built from there into itself; `through` a command that runs the build, before whose arguments it comes.
 * `keep` leaves what an earlier build of that name wrote; `seen` hears all output so far, and may end the build.
 */
export function buildSite(options: {
  name: string;
  env?: Record<string, string>;
  root?: string;
  keep?: boolean;
  from?: string;
  through?: readonly string[];
  seen?: (output: string, build: ChildProcess) => void;
}): Promise<Build> {
  const from = options.from ?? project;
  const folder = join(from, '.cache/tests', options.name);
  if (!options.keep) rmSync(folder, { recursive: true, force: true });
  const dist = join(folder, 'dist');
  const [command = process.execPath, ...args] = [
    ...(options.through ?? []),
    process.execPath,
    join(from, 'src/site/build.js'),
    '--outDir',
    dist,
    ...(options.root ? ['--root', options.root] : []),
  ];
  const child = spawn(command, args, {
    cwd: from,
    env: { ...plainEnvironment(), ARCHIVE_CACHE: join(folder, 'cache'), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (data: Buffer) => {
    output += data.toString();
    options.seen?.(output, child);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ dist, code: code ?? 1, output }));
  });
}
