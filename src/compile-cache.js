// Plain JavaScript, as TypeScript is kept compiled only from here on. Import it right after `node-version.js`: an
// old Node has no such function to import.
import { readdirSync, rmSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';

const kept = process.env.NODE_COMPILE_CACHE || path.join(import.meta.dirname, '../.cache/node');

/** Each program that a build has Astro make adds modules that nothing else has. */
const most = 4_000;

function removeMany() {
  try {
    // A folder for each version of Node; to have Node walk them itself takes ten times as long.
    const folders = readdirSync(kept).map((name) => readdirSync(path.join(kept, name)));
    const count = folders.reduce((sum, { length }) => sum + length, 0);
    if (count > most) rmSync(kept, { recursive: true, force: true });
  } catch {
    // There are none, or another run puts some there just now: the next one may remove them.
  }
}

// The next run, and the threads and processes of this one, need not compile what is compiled once; where nothing
// can be written, they do.
if (!process.env.NODE_COMPILE_CACHE) removeMany();
process.env.NODE_COMPILE_CACHE = kept;
module.enableCompileCache(kept);
