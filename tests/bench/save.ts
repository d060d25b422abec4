import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { BenchOptions } from './options.ts';

/** Writes a file of results into the folder that was asked for, if one was. */
export function saveFile({ save }: Pick<BenchOptions, 'save'>, name: string, text: string): void {
  if (save === undefined) return;
  mkdirSync(save, { recursive: true });
  writeFileSync(join(save, name), text);
}

/** The same of figures, as JSON. */
export function saveFigures(
  options: Pick<BenchOptions, 'save'>,
  name: string,
  figures: object,
): void {
  saveFile(options, name, `${JSON.stringify(figures, null, 2)}\n`);
}
