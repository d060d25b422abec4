import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { project } from './build.ts';

const parts = [
  ...['src', 'public', 'content', 'astro.config.ts', 'package.json', 'package-lock.json'],
  'tsconfig.json',
];

/** Copies the project into a folder, as a fresh checkout with the packages of this one. */
export function copyProject(folder: string): void {
  for (const name of parts) {
    cpSync(path.join(project, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
}
