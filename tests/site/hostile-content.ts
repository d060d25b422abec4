import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { project } from './build.ts';

/** Hostile notes that are refused where there is a folder for pictures to be missing from. */
const refused = new Set(['image-javascript-tab-entity.md']);

/** Makes a content folder of all hostile notes that a build accepts, with hostile settings and topics. */
export function hostileContent(): string {
  const from = path.join(project, 'tests/fixtures/hostile');
  const folder = path.join(project, '.cache/tests/hostile-content');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'meetings'), { recursive: true });
  cpSync(path.join(project, 'tests/fixtures/hostile-content'), folder, { recursive: true });
  const names = readdirSync(from).filter((name) => !refused.has(name));
  for (const [index, name] of names.sort().entries()) {
    const day = String((index % 28) + 1).padStart(2, '0');
    copyFileSync(path.join(from, name), path.join(folder, 'meetings', `2020-01-${day}-${name}`));
  }
  return folder;
}
