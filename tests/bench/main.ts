// npm run bench -- build|page|search|storms [--notes N[,N…]] [--from DIR] [--runs N] [--save DIR]
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    notes: { type: 'string' },
    from: { type: 'string' },
    runs: { type: 'string', default: '3' },
    save: { type: 'string' },
  },
});
const notes = (values.notes ?? '76').split(',').map(Number);
const runs = Number(values.runs);
const load = benches[positionals[0] ?? ''];
const counts = [...notes, runs];
if (load === undefined || !counts.every((count) => Number.isInteger(count) && count > 0)) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  await (
    await load()
  ).run({
    notes,
    sized: values.notes !== undefined,
    runs,
    from: values.from,
    save: values.save,
  });
}
