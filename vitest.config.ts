import { defineConfig } from 'vitest/config';

/** One project for each kind of test, so that each can be run alone: `npm test -- --project unit`. */
export default defineConfig({
  test: {
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
          include: ['tests/site/**/*.test.ts'],
          // Builds share the folder .astro, where Astro writes the types and modules it makes.
          fileParallelism: false,
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
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
