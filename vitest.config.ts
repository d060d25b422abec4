import { defineConfig } from 'vitest/config';

/** One project for each kind of test, so that each can be run alone: `vitest --project unit`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{archive,markdown,cli,search}/**/*.test.ts'],
        },
      },
    ],
  },
});
