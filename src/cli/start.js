// What `npm run notes` runs. Plain JavaScript, as an old Node has to get as far as its message, and as
// TypeScript is kept compiled only from here on.
import '../node-version.js';
import module from 'node:module';
import path from 'node:path';

// The next run, and the threads and processes of this one, need not compile what is compiled once; where nothing
// can be written, they do. An old Node has no such function to import.
const kept = process.env.NODE_COMPILE_CACHE || path.join(import.meta.dirname, '../../.cache/node');
process.env.NODE_COMPILE_CACHE = kept;
module.enableCompileCache(kept);

await import('./main.ts');
