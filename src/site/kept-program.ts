import { createHash, hash } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import type { Address } from './address.ts';
import { isFull } from './full-disk.ts';
import { isRunning } from './is-running.ts';
import { programParts, project } from './page-program.ts';
import { pathsBelow } from './paths-below.ts';
import { PlainError } from './plain-error.ts';
import { startProcess } from './worker.ts';

/** What a program is made from: files and folders of a project, and of this one, which has the steps of a build. */
const sources = [
  'src',
  'public',
  'astro.build.ts',
  'astro.config.ts',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  // What is installed, which may be something else.
  'node_modules/.package-lock.json',
];

/** Vite reads settings from such files. */
const isSetting = (name: string): boolean => /^\.env(?:\.|$)/.test(name);

/** Programs that are kept: of a few addresses, or of the branches that somebody goes back and forth between. */
const mostKept = 4;

/** A file that tells the digest of each other file of a program. */
const inventory = 'inventory.json';

/** A digest of all that a program depends on. */
function programKey(root: string, address: Address): string {
  const digest = createHash('sha256');
  const add = (...values: unknown[]) => digest.update(`${JSON.stringify(values)}\n`);
  add(process.versions, root, project, address);
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (name.startsWith('PUBLIC_') || name === 'NODE_ENV') add(name, value);
  }
  for (const folder of new Set([root, project])) {
    const settings = readdirSync(folder).filter(isSetting).sort();
    for (const name of [...sources, ...settings]) {
      for (const file of pathsBelow(folder, name)) {
        add(file, hash('sha256', readFileSync(path.join(folder, file))));
      }
    }
  }
  return digest.digest('hex').slice(0, 32);
}

/** The digest of each file of a program. */
function takeInventory(folder: string): Record<string, string> {
  const files = Object.values(programParts).flatMap((part) => pathsBelow(folder, part));
  return Object.fromEntries(
    files.map((file) => [file, hash('sha256', readFileSync(path.join(folder, file)))]),
  );
}

/** Whether a folder holds a program, every file of which is as it was made. */
function isWhole(folder: string): boolean {
  try {
    const { key, files } = JSON.parse(readFileSync(path.join(folder, inventory), 'utf8')) as {
      key: string;
      files: Record<string, string>;
    };
    const found = takeInventory(folder);
    return key === path.basename(folder) && JSON.stringify(found) === JSON.stringify(files);
  } catch {
    return false;
  }
}

/** Notes that a program was used just now, where anything can be written. */
function noteUse(folder: string): void {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // It may be removed sooner then, and is made again.
  }
}

/** Removes the programs that were not used for longest, and what builds that no longer run left unfinished. */
function prune(kept: string): void {
  const whole: { folder: string; used: number }[] = [];
  for (const entry of readdirSync(kept, { withFileTypes: true })) {
    const [name, maker] = /^[0-9a-f]{32}(?:\.(\d+))?$/.exec(entry.name) ?? [];
    if (name === undefined || !entry.isDirectory()) continue;
    const folder = path.join(kept, name);
    if (maker === undefined) {
      const used = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      whole.push({ folder, used });
    } else if (!isRunning(Number(maker))) rmSync(folder, { recursive: true, force: true });
  }
  whole.sort((a, b) => b.used - a.used);
  for (const { folder } of whole.slice(mostKept)) rmSync(folder, { recursive: true, force: true });
}

/** Has Astro make the program, in a process of its own, which has said by then what is wrong with the templates. */
function makeApart(root: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new PlainError(`Astro could not make the program that renders the pages${why}.`));
    const maker = startProcess('make-program.ts', [root, folder]);
    maker.once('error', reject);
    maker.once('message', (made) => {
      if (made === true) return resolve();
      maker.kill('SIGKILL');
      const kept = path.dirname(folder);
      fail(isFull(kept) ? `: the disk that holds ${kept} is full` : '');
    });
    maker.once('exit', (_code, signal) => {
      if (signal === null) fail('');
      else fail(`: its process was ended by ${signal}, as happens where memory runs out`);
    });
  });
}

/**
 * The folder of the program for the project in `root` and an address, among those in the folder `kept`: the one of
 * an earlier build if anything it depends on is still the same and it is undamaged, else a new one. All of `kept`
 * is safe to delete.
 */
export async function findPageProgram(
  root: string,
  address: Address,
  kept: string,
  say: (line: string) => void,
): Promise<string> {
  const key = programKey(root, address);
  const folder = path.join(kept, key);
  if (isWhole(folder)) {
    noteUse(folder);
    return folder;
  }
  const fresh = `${folder}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  say('Making the program that renders the pages, which is kept until its sources change …');
  try {
    await makeApart(root, fresh);
    const files = takeInventory(fresh);
    writeFileSync(path.join(fresh, inventory), JSON.stringify({ key, files }));
    // Another build may have made it in the meantime.
    if (!isWhole(folder)) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(fresh, folder);
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  try {
    prune(kept);
  } catch {
    // What somebody else keeps there stays.
  }
  return folder;
}
