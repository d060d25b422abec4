import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { officeHours } from '../office-hours.ts';
import { buildSite } from './build.ts';
import { hostileContent } from './hostile-content.ts';

// Every site that tests look at, by the name they ask for it: `inject('sites').real`.
const wanted = {
  real: { ARCHIVE_CONTENT: officeHours },
  fixture: { ARCHIVE_CONTENT: path.join(import.meta.dirname, '../fixtures/content') },
  hostile: { ARCHIVE_CONTENT: hostileContent() },
  below: {
    ARCHIVE_CONTENT: officeHours,
    SITE_URL: 'https://example.org',
    BASE_PATH: '/foundation/',
  },
};

/** The `dist` folder of each site. */
export type Sites = Record<keyof typeof wanted, string>;

declare module 'vitest' {
  interface ProvidedContext {
    sites: Sites;
  }
}

// Two projects ask for the sites, each with its own copy of this module: they meet on the process.
const shared = globalThis as typeof globalThis & { archiveTestSites?: Promise<Sites> };

/** Builds the sites, once for a whole run, and gives them to the tests of `project`. */
export default async function setup(project: TestProject): Promise<void> {
  shared.archiveTestSites ??= buildAll();
  project.provide('sites', await shared.archiveTestSites);
}

async function buildAll(): Promise<Sites> {
  const sites: Partial<Sites> = {};
  for (const name of Object.keys(wanted) as (keyof Sites)[]) {
    const began = performance.now();
    process.stdout.write(`building the site "${name}" for the tests …`);
    const built = await buildSite({ name, env: wanted[name] });
    process.stdout.write(` ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    if (built.code !== 0) {
      throw new Error(`The site "${name}" could not be built:\n${built.output}`);
    }
    sites[name] = built.dist;
  }
  return sites as Sites;
}
