// Measures the build, cold and with the caches of the build before it, and what it writes. A measurement, no
// test: nothing fails because a machine is slow. `npm run bench -- --runs 5`; ARCHIVE_CONTENT and
// ARCHIVE_MEETINGS choose the notes as they do for a build.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { buildSite } from '../site/build.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Math.max(1, Number(values.runs) || 1);
const say = (line: string) => process.stdout.write(`${line}\n`);

const env: Record<string, string> = {};
for (const name of ['ARCHIVE_CONTENT', 'ARCHIVE_MEETINGS']) {
  const value = process.env[name];
  if (value) env[name] = value;
}

/** Builds `runs` times; seconds of each, shortest first, and where the site is. */
async function measure(label: string, keep: boolean): Promise<string> {
  const seconds: number[] = [];
  let dist = '';
  for (let run = 1; run <= runs; run += 1) {
    const began = performance.now();
    const built = await buildSite({ name: 'bench', env, keep });
    if (built.code !== 0) throw new Error(built.output);
    seconds.push((performance.now() - began) / 1000);
    dist = built.dist;
    say(`${label}: run ${run} of ${runs}, ${seconds.at(-1)?.toFixed(2)} s`);
  }
  seconds.sort((a, b) => a - b);
  const middle = seconds[Math.floor(seconds.length / 2)] ?? 0;
  const spread = `${seconds[0]?.toFixed(2)} to ${seconds.at(-1)?.toFixed(2)}`;
  say(`${label}: median ${middle.toFixed(2)} s (${spread})`);
  return dist;
}

await measure('cold build', false);
const dist = await measure('warm build', true);

const files = readdirSync(dist, { recursive: true, withFileTypes: true, encoding: 'utf8' })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const pages = files
  .filter((path) => path.endsWith('.html'))
  .map((path) => ({ path: relative(dist, path), bytes: readFileSync(path) }))
  .map(({ path, bytes }) => ({ path, raw: bytes.length, brotli: brotliCompressSync(bytes).length }))
  .sort((a, b) => b.brotli - a.brotli);

say(
  `\n${files.length} files, ${pages.length} pages; the largest, in bytes as brotli and as written:`,
);
for (const { path, raw, brotli } of pages.slice(0, 8)) {
  say(`${String(brotli).padStart(8)} ${String(raw).padStart(9)}  ${path}`);
}
