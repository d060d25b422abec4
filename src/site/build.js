// What `npm run build` runs. Plain JavaScript, as an old Node has to get as far as its message.
import '../node-version.js';
import '../compile-cache.js';

// Said before anything of Astro is loaded: nothing is reported to its telemetry.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.NODE_ENV ??= 'production';

const { runBuild } = await import('./build-site.ts');
await runBuild(process.argv.slice(2));
