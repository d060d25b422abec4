// What `npm run notes` runs. Plain JavaScript, as an old Node has to get as far as its message.
import '../node-version.js';
import '../compile-cache.js';

await import('./main.ts');
