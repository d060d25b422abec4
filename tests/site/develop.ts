import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { plainEnvironment } from './build.ts';

/** A development server. */
export interface Development {
  /** Its home page, which ends with a slash. */
  home: string;
  /** All that it has said. */
  said: () => string;
  /** Resolves once it is gone: as it ends, it still writes what it compiled into its project. */
  end: () => Promise<void>;
}

/** Starts the real development server in a copy of the project; rejects with what it said where it does not start. */
export function develop(
  project: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Development> {
  const args = [path.join(project, 'src/site/astro.js'), 'dev', '--port', '0'];
  const env = { ...plainEnvironment(), BASE_PATH: '/foundation/', ...variables };
  const child: ChildProcess = spawn(process.execPath, args, { cwd: project, env });
  // It would outlive a run that is broken off.
  const endAtOnce = () => child.kill('SIGKILL');
  process.once('exit', endAtOnce);
  const end = async (): Promise<void> => {
    process.off('exit', endAtOnce);
    child.removeAllListeners('exit');
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  };
  let output = '';
  return new Promise((done, fail) => {
    const hear = (data: Buffer) => {
      output += data.toString();
      const home = /Local\s+(http:\/\/localhost:\d+\/foundation\/)/.exec(output)?.[1];
      if (home !== undefined) done({ home, said: () => output, end });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', () => fail(new Error(`The server ended:\n${output}`)));
  });
}
