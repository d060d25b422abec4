import path from 'node:path';

import type { Diagnostic } from '../archive/diagnostics/diagnostic.ts';
import { shellWord } from '../archive/text/shell-word.ts';
import type { Surroundings } from './command.ts';

/** The option that makes a command work on a content folder, which is absolute, from where the words were typed. */
export const contentOption = (content: string, { typedIn }: Surroundings): string =>
  ` --content ${shellWord(path.relative(typedIn, content) || '.')}`;

/**
 * Gives findings their advice for the content that was named, by an option or the environment: the commands in it would
 * go for `content/` otherwise.
 */
export function adviser(
  given: string | undefined,
  surroundings: Surroundings,
): (found: Diagnostic) => Diagnostic {
  const { environment, directory, typedIn } = surroundings;
  const named = environment['ARCHIVE_CONTENT'];
  if (given === undefined && !named) return (found) => found;
  const content =
    given === undefined ? path.resolve(directory, named ?? '') : path.resolve(typedIn, given);
  const option = contentOption(content, surroundings);
  return (found) => ({
    ...found,
    fix: found.fix.replace(/"npm run notes -- [^"]+/g, (command) => `${command}${option}`),
  });
}
