import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { decodeText } from './decode.ts';
import { reasonOf } from './system-reason.ts';
import { isWithin } from './within.ts';

/** A path as a person would type it from the working directory. */
export function shownPath(directory: string, file: string): string {
  const shown = isWithin(file, directory) ? path.relative(directory, file) : file;
  return shown.split(path.sep).join('/');
}

/** Reads a file as text; a file that cannot be read or decoded is a finding. */
export function readText(
  file: string,
  shown: string,
  diagnostics: Diagnostic[],
): string | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const place = { file: shown, line: 1, column: 1 };
    diagnostics.push(diagnose('file-unreadable', place, { reason: reasonOf(error) }));
    return undefined;
  }
  const decoded = decodeText(bytes);
  if ('text' in decoded) return decoded.text;
  const { problem, line, column } = decoded;
  diagnostics.push(diagnose('file-encoding', { file: shown, line, column }, { what: problem }));
  return undefined;
}
