// Runs Astro's own command line (build, dev, sync, check), with some things settled before it starts: the
// version of Node, and that nothing is reported to Astro's telemetry. Neither can be said in
// astro.config.ts, which is read too late. Plain JavaScript, as an old Node has to get as far as its message.
import '../node-version.js';
import '../compile-cache.js';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

// Astro has Node read a configuration in JavaScript, and starts Vite for one in TypeScript, which then
// transforms every module of ours that the configuration imports. Node reads them as they are.
const [command, ...options] = process.argv.slice(2);
const project = join(import.meta.dirname, '../..');
if (command === 'build' && process.cwd() === project && !options.includes('--root')) {
  process.argv.push('--config', 'src/site/astro-config.js');
  const { startReadingAhead } = await import('./read-ahead.ts');
  startReadingAhead();
}

const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
await import(pathToFileURL(join(astro, 'bin/astro.mjs')).href);
