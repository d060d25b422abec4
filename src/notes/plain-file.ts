import { lstatSync } from 'node:fs';

import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { weigh } from '../markdown/weigh.ts';

/** Whether a file is no symbolic link, which may lead out of the folder; a link is a finding. */
export function isOwnFile(file: string, shown: string, diagnostics: Diagnostic[]): boolean {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return true;
  const reason = 'it is a symbolic link, which is not followed';
  diagnostics.push(diagnose('file-unreadable', { file: shown, line: 1, column: 1 }, { reason }));
  return false;
}

/**
 * Whether the text of a topic, a template or the settings can be read at once: within the limits of a note and, unless
 * `heavy` allows it, without being heavy (a note that is heavy is read where it can be stopped). If not, that is a finding.
 */
export function isPlain(
  text: string,
  shown: string,
  diagnostics: Diagnostic[],
  options: { heavy: boolean } = { heavy: false },
): boolean {
  const { excess, heavy } = weigh(text);
  if (excess === undefined && (!heavy || options.heavy)) return true;
  const place = { file: shown, line: excess?.line ?? 1, column: 1 };
  const what = excess?.what ?? 'it would take long to read';
  diagnostics.push(diagnose('file-too-complex', place, { what }));
  return false;
}
