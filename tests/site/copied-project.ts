import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { project } from './build.ts';

const parts = [
  ...['src', 'public', 'astro.build.ts', 'astro.config.ts', 'tsconfig.json'],
  ...['package.json', 'package-lock.json'],
];

/** Copies the project into a folder, with the packages of this one and the content of the fixture. */
export function copyProject(folder: string): void {
  for (const name of parts) {
    cpSync(path.join(project, name), path.join(folder, name), { recursive: true });
  }
  const fixture = path.join(project, 'tests/fixtures/content');
  cpSync(fixture, path.join(folder, 'content'), { recursive: true });
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
}
