// Runs Astro's own command line (dev, sync, check), with some things settled before it starts: the version of
// Node, and that nothing is reported to Astro's telemetry. Neither can be said in astro.config.ts, which is read
// too late. Plain JavaScript, as an old Node has to get as far as its message.
import '../node-version.js';
import '../compile-cache.js';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
await import(pathToFileURL(join(astro, 'bin/astro.mjs')).href);
