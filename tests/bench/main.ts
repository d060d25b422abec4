import { parseArgs } from 'node:util';

import type { BenchOptions } from './options.ts';

interface Bench {
  run(options: BenchOptions): Promise<void>;
}

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  build: () => import('./build.ts'),
  page: () => import('./page.ts'),
  search: () => import('./search.ts'),
  storms: () => import('./storms.ts'),
};

const usage = `npm run bench -- ${Object.keys(benches).join('|')} [--notes 76,760] [--from DIR] [--runs 3] [--save DIR]`;

/** The bench that is asked for, and its options; nothing where the command line cannot be understood. */
function readCommand(): { load: () => Promise<Bench>; options: BenchOptions } | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: true,
    options: {
      notes: { type: 'string' },
      from: { type: 'string' },
      runs: { type: 'string', default: '3' },
      save: { type: 'string' },
    },
  });
  const [name = '', ...others] = positionals;
  const load = benches[name];
  const notes = (values.notes ?? '76').split(',').map(Number);
  const runs = Number(values.runs);
  const areCounts = [...notes, runs].every((count) => Number.isInteger(count) && count > 0);
  if (load === undefined || others.length > 0 || !areCounts) return undefined;
  const { from, save } = values;
  return { load, options: { notes, sized: values.notes !== undefined, runs, from, save } };
}

let command: ReturnType<typeof readCommand>;
try {
  command = readCommand();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
if (command === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  const { run } = await command.load();
  await run(command.options);
}
