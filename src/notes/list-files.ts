import { readdirSync } from 'node:fs';
import path from 'node:path';

import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { byCodeUnit } from '../archive/text/order.ts';
import { reasonOf } from './system-reason.ts';

/** One entry below a folder; symbolic links are named, never followed. */
export interface ListedFile {
  /** Path below the folder, `/`-separated. */
  file: string;
  link: boolean;
}

/** All files below a folder, by path; names that start with a dot are passed over. Throws as `readdir` does. */
export function listFiles(folder: string, below = ''): ListedFile[] {
  const entries = readdirSync(path.join(folder, below), { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => byCodeUnit(a.name, b.name))
    .flatMap((entry): ListedFile[] => {
      const file = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isSymbolicLink()) return [{ file, link: true }];
      if (entry.isDirectory()) return listFiles(folder, file);
      return entry.isFile() ? [{ file, link: false }] : [];
    });
}

/** What `listFiles` gives; of a folder that cannot be listed nothing, and that is a finding which names it as `shown`. */
export function listFolder(
  folder: string,
  shown: string,
  diagnostics: Diagnostic[],
): ListedFile[] | undefined {
  try {
    return listFiles(folder);
  } catch (error) {
    const place = { file: shown, line: 1, column: 1 };
    diagnostics.push(diagnose('file-unreadable', place, { reason: reasonOf(error) }));
    return undefined;
  }
}
