import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';

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
  /** `notes check` over the same folder. */
  check: Figures | undefined;
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

async function runOnce(command: string[], folder: string, content: string): Promise<Cost> {
  const cost = await measure([process.execPath, ...command], {
    cwd: project,
    env: {
      ...process.env,
      NO_COLOR: '1',
      ARCHIVE_CONTENT: content,
      ARCHIVE_CACHE: join(folder, 'cache'),
    },
  });
  if (cost.code !== 0) throw new Error(`It failed:\n${cost.output.slice(-4_000)}`);
  return cost;
}

async function measureBuilds(notes: number, options: BenchOptions): Promise<BuildResult> {
  const content = corpusOf(notes, options);
  const folder = dirname(content);
  const dist = join(folder, 'dist');
  const build = ['src/site/build.js', '--outDir', dist];
  const cold: Cost[] = [];
  for (let count = 0; count < options.runs; count++) {
    rmSync(join(folder, 'cache'), { recursive: true, force: true });
    rmSync(dist, { recursive: true, force: true });
    cold.push(await runOnce(build, folder, content));
  }
  const kinds = sizesOf(dist);

  const names = readdirSync(join(content, 'meetings'));
  const changed = join(content, 'meetings', names[Math.floor(names.length / 2)] ?? '');
  const before = readFileSync(changed, 'utf8');
  const warm: Cost[] = [];
  try {
    for (let count = 0; count < options.runs; count++) {
      writeFileSync(changed, `${before}\n\nA further remark, number ${count + 1}, on #6140.\n`);
      warm.push(await runOnce(build, folder, content));
    }
  } finally {
    writeFileSync(changed, before);
  }

  const check: Cost[] = [];
  if (existsSync(join(project, 'src/cli/start.js'))) {
    for (let count = 0; count < options.runs; count++) {
      const command = [process.execPath, 'src/cli/start.js', 'check'];
      check.push(
        await measure(command, {
          cwd: project,
          env: { ...process.env, ARCHIVE_CONTENT: content, NO_COLOR: '1' },
        }),
      );
    }
  }
  return {
    notes,
    cold: figuresOf(cold),
    warm: figuresOf(warm),
    check: check.length === 0 ? undefined : figuresOf(check),
    files: kinds.reduce((sum, { files }) => sum + files, 0),
    bytes: kinds.reduce((sum, { bytes }) => sum + bytes, 0),
    kinds,
  };
}

function report(result: BuildResult): void {
  const line = (what: string, { seconds, cpuSeconds, peakMegabytes }: Figures): void =>
    say(
      `  ${what.padEnd(6)} ${formatSpread(seconds)} s wall, ${formatSpread(cpuSeconds)} s CPU, ` +
        `${formatSpread(peakMegabytes, 0)} MB`,
    );
  say(`${result.notes} notes: ${result.files} files, ${(result.bytes / 1e6).toFixed(1)} MB`);
  line('cold', result.cold);
  line('warm', result.warm);
  if (result.check !== undefined) line('check', result.check);
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
  for (const notes of options.notes) {
    const result = await measureBuilds(notes, options);
    report(result);
    results.push(result);
  }
  if (options.save === undefined) return;
  const folder = resolve(options.save);
  mkdirSync(folder, { recursive: true });
  const conditions = {
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    runs: options.runs,
  };
  const data = JSON.stringify({ conditions, results }, null, 2);
  writeFileSync(join(folder, 'build.json'), `${data}\n`);
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
      ...(results.every(({ check }) => check !== undefined)
        ? [series('notes check', ({ check }) => check?.seconds.median ?? 0)]
        : []),
    ],
  });
  writeFileSync(join(folder, 'build.svg'), picture);
}
