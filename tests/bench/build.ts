import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';

import { growthChart } from './growth-chart.ts';
import {
  type BenchOptions,
  type Spread,
  corpusOf,
  formatSpread,
  project,
  say,
  spreadOf,
} from './options.ts';
import { type Cost, measure } from './processes.ts';
import { saveFigures, saveFile } from './save.ts';
import { type KindSize, sizesOf } from './site-size.ts';

/** Medians and spreads over the runs of one measurement. */
interface Figures {
  seconds: Spread;
  cpuSeconds: Spread;
  peakMegabytes: Spread;
}

/** All that is measured with one corpus. */
interface BuildResult {
  notes: number;
  /** Nothing there from an earlier build. */
  cold: Figures;
  /** After a build, with one note changed. */
  warm: Figures;
  /** `notes check` over the same folder, with no note read before, and after a build. */
  check: { cold: Figures; warm: Figures };
  files: number;
  bytes: number;
  kinds: KindSize[];
}

function figuresOf(costs: readonly Cost[]): Figures {
  return {
    seconds: spreadOf(costs.map(({ seconds }) => seconds)),
    cpuSeconds: spreadOf(costs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: spreadOf(costs.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

async function runOnce(command: string[], content: string, cache: string): Promise<Cost> {
  const cost = await measure([process.execPath, ...command], {
    cwd: project,
    env: { ...process.env, NO_COLOR: '1', ARCHIVE_CONTENT: content, ARCHIVE_CACHE: cache },
  });
  if (cost.code !== 0) throw new Error(`It failed:\n${cost.output.slice(-4_000)}`);
  return cost;
}

/** As often as asked for, one after the other. */
async function repeat(times: number, once: (count: number) => Promise<Cost>): Promise<Figures> {
  const costs: Cost[] = [];
  for (let count = 0; count < times; count++) costs.push(await once(count));
  return figuresOf(costs);
}

/** Where the runs of a corpus write, each to a folder of its own. */
const folderOfRuns = (content: string): string => join(dirname(content), 'runs');

async function measureBuilds(content: string, options: BenchOptions): Promise<BuildResult> {
  const runs = folderOfRuns(content);
  const cacheOf = (count: number): string => join(runs, `cache-${count}`);
  const siteOf = (count: number): string => join(runs, `site-${count}`);
  const build = (count: number): Promise<Cost> =>
    runOnce(['src/site/build.js', '--outDir', siteOf(count)], content, cacheOf(count));
  const check = (cache: string): Promise<Cost> =>
    runOnce(['src/cli/start.js', 'check'], content, cache);
  const names = readdirSync(join(content, 'meetings'));
  const changed = join(content, 'meetings', names[Math.floor(names.length / 2)] ?? '');
  const before = readFileSync(changed, 'utf8');
  try {
    const cold = await repeat(options.runs, build);
    const last = options.runs - 1;
    const kinds = sizesOf(siteOf(last));
    const warm = await repeat(options.runs, (count) => {
      writeFileSync(changed, `${before}\n\nA further remark, number ${count + 1}, on #6140.\n`);
      return build(last);
    });
    return {
      notes: names.length,
      cold,
      warm,
      check: {
        cold: await repeat(options.runs, (count) => check(join(runs, `check-${count}`))),
        warm: await repeat(options.runs, () => check(cacheOf(last))),
      },
      files: kinds.reduce((sum, { files }) => sum + files, 0),
      bytes: kinds.reduce((sum, { bytes }) => sum + bytes, 0),
      kinds,
    };
  } finally {
    writeFileSync(changed, before);
  }
}

function report(result: BuildResult): void {
  const line = (what: string, { seconds, cpuSeconds, peakMegabytes }: Figures): void =>
    say(
      `  ${what.padEnd(11)} ${formatSpread(seconds)} s wall, ${formatSpread(cpuSeconds)} s CPU, ` +
        `${formatSpread(peakMegabytes, 0)} MB`,
    );
  say(`${result.notes} notes: ${result.files} files, ${(result.bytes / 1e6).toFixed(1)} MB`);
  line('cold', result.cold);
  line('warm', result.warm);
  line('check, cold', result.check.cold);
  line('check, warm', result.check.warm);
  for (const { kind, files, bytes, largest } of result.kinds) {
    const kilobytes = (size: number): string => `${(size / 1000).toFixed(1)} kB`;
    say(
      `  ${kind.padEnd(20)} ${String(files).padStart(6)} files, ${kilobytes(bytes)}; ` +
        `largest ${kilobytes(largest.bytes)} ${largest.path}`,
    );
  }
}

/** Measures whole builds of each size: cold, and warm after a change of one note. */
export async function run(options: BenchOptions): Promise<void> {
  const results: BuildResult[] = [];
  const contents = options.notes.map((notes) => corpusOf(notes, options));
  // Where thousands of files were just removed, ext4 makes new ones slowly: nothing is removed between the runs.
  const removeRuns = (): void => {
    for (const content of contents) {
      rmSync(folderOfRuns(content), { recursive: true, force: true });
    }
  };
  removeRuns();
  try {
    for (const content of contents) {
      const result = await measureBuilds(content, options);
      report(result);
      results.push(result);
    }
  } finally {
    removeRuns();
  }
  const conditions = {
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    runs: options.runs,
  };
  saveFigures(options, 'build.json', { conditions, results });
  const series = (name: string, of: (result: BuildResult) => number) => ({
    name,
    points: results.map((result) => ({ x: result.notes, y: of(result) })),
  });
  const picture = growthChart({
    title: 'Seconds for a build, by number of notes (both axes logarithmic)',
    x: 'notes',
    y: 'seconds',
    series: [
      series('cold', ({ cold }) => cold.seconds.median),
      series('one note changed', ({ warm }) => warm.seconds.median),
      series('notes check', ({ check }) => check.cold.seconds.median),
    ],
  });
  saveFile(options, 'build.svg', picture);
}
