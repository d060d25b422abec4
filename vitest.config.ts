import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** One project for each kind of test, so that each can be run alone: `npm test -- --project unit`. */
export default defineConfig({
  test: {
    // Left to itself, vitest keeps one core free, and so uses one of two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['tests/temp-folder.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Enough where the machine does other things too; no test is about time.
          testTimeout: 30_000,
          include: [
            'tests/{archive,markdown,notes,cli,search,components,trust}/**/*.test.ts',
            'tests/imports.test.ts',
          ],
        },
      },
      {
        test: { name: 'corpus', include: ['tests/corpus.test.ts'], testTimeout: 60_000 },
      },
      {
        test: {
          name: 'site',
          // Builds share the folder .astro: what they write there is the same for all, and Astro leaves it as the
          // first build of the setup has written it.
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/site/setup.ts', 'tests/browser/setup.ts'],
          testTimeout: 30_000,
          // A second, as it is left to itself, is little where a page shares two cores with a build.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
