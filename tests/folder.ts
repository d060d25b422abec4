import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that holds these files, gone after the test; `name` is what its own name begins with. */
export function folder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  name = 'notes-',
): string {
  const directory = mkdtempSync(path.join(tmpdir(), name));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(directory, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return directory;
}
