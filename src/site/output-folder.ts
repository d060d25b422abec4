import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { isWithin } from '../notes/within.ts';
import { PlainError } from './plain-error.ts';
import { builtFor } from './replace-site.ts';

/** Parts of a project that people edit, or that others made. */
const precious = ['src', 'public', 'docs', 'tests', 'node_modules', '.git', '.github'];

/**
 * The folder of the site, which a build replaces as a whole. Throws a PlainError where that would take away what no
 * build has made: a folder that holds the project, its content or kept work, that is part of them, or that has
 * anything in it but a site. Paths are absolute, but for the wanted one.
 */
export function outputFolder(
  wanted: string,
  { project, cache, content }: { project: string; cache: string; content: readonly string[] },
): string {
  const refuse = (why: string): PlainError =>
    new PlainError(
      `--outDir is "${wanted}", ${why}. A build replaces that folder as a whole: name one of its own, such as dist.`,
    );
  if (wanted.trim() === '') throw refuse('which names no folder');
  const output = path.resolve(wanted);
  const held = [project, process.cwd(), cache, ...content].find((folder) =>
    isWithin(folder, output),
  );
  if (held !== undefined) throw refuse(`which holds ${held}`);
  const parts = [...precious.map((name) => path.join(project, name)), ...content];
  const part = parts.find((folder) => isWithin(output, folder));
  if (part !== undefined) throw refuse(`which is in ${part}`);
  if (!existsSync(output)) return output;
  if (!statSync(output).isDirectory()) throw refuse('which is a file');
  const names = readdirSync(output);
  if (names.length > 0 && !names.includes(builtFor)) {
    throw refuse('which holds something else than a site that was built here');
  }
  return output;
}
