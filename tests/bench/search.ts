import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

import { serve } from '../../src/site/serve.ts';
import { launchChromium } from '../browser/chromium.ts';
import { corpus } from '../corpus-folder.ts';
import { buildSite } from '../site/build.ts';
import { type BenchOptions, corpusOf, project, say } from './options.ts';
import { saveFigures } from './save.ts';
import { type Answer, type KnownItem, percentile, report } from './search-figures.ts';
import { askCold, askPlain, askWarm, shorten } from './search-questions.ts';

/** Further notes of the community, for which most of the queries are. */
const wider = join(corpus, 'osquery');
const queriesFile = join(import.meta.dirname, 'search-queries.json');

/** Cold starts are slow to measure; every n-th query stands for all. */
const coldEvery = 14;

/** Pagefind as it is used out of the box: its command over the finished pages, its own interface. */
async function makePlain(dist: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(dist, 'meetings'), join(folder, 'meetings'), { recursive: true });
  cpSync(join(dist, '.built-for.json'), join(folder, '.built-for.json'));
  const { createIndex, close } = await import('pagefind');
  const { index } = await createIndex();
  await index?.addDirectory({ path: folder });
  await index?.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title>' +
      '<link rel="stylesheet" href="/pagefind/pagefind-ui.css"><script src="/pagefind/pagefind-ui.js"></script>' +
      '<div id="search"></div><script>new PagefindUI({element:"#search",showSubResults:true,pageSize:10})</script>',
  );
}

/** Uses the search for the first time, again and again, and says and gives what that takes. */
async function sayCold(
  browser: Browser,
  home: string,
  queries: readonly string[],
  { slow, runs }: { slow: 'no' | '4G'; runs: number },
): Promise<{ times: number[]; bytes: number[] }> {
  const cold = [];
  for (const query of queries) {
    for (let again = 0; again < Math.min(2, runs); again += 1) {
      cold.push(await askCold(browser, home, query, slow));
    }
  }
  const times = cold.map(({ time }) => time);
  const bytes = cold.map((one) => one.bytes);
  const requests = cold.map((one) => one.requests);
  say(
    `\nCold, from the key to the rows${slow === '4G' ? ', slow 4G and CPU 4×' : ''}: ` +
      `${percentile(times, 0.5).toFixed(0)} ms median, ${percentile(times, 0.95).toFixed(0)} ms p95; ` +
      `${(percentile(bytes, 0.5) / 1000).toFixed(1)} kB median, ${(Math.max(...bytes) / 1000).toFixed(1)} kB most, ` +
      `${percentile(requests, 0.5)} requests`,
  );
  return { times, bytes };
}

const readQueries = (): KnownItem[] => JSON.parse(readFileSync(queriesFile, 'utf8')) as KnownItem[];
const everyNth = (items: readonly KnownItem[]): string[] =>
  items.filter((_, index) => index % coldEvery === 0).map(({ query }) => query);

/** Bytes and times of the same queries over generated archives, whose notes answer them many times over. */
async function runSizes(options: BenchOptions): Promise<void> {
  const from = options.from ?? (existsSync(wider) ? wider : undefined);
  const browserServer = await launchChromium(say);
  const browser = await chromium.connect(browserServer.endpoint);
  const results: Record<string, unknown> = {};
  try {
    for (const notes of options.notes) {
      say(`\n${notes} notes: building …`);
      const content = corpusOf(notes, { from });
      const built = await buildSite({
        name: `bench-search-${notes}`,
        env: { ARCHIVE_CONTENT: content },
      });
      if (built.code !== 0) throw new Error(built.output);
      const server = await serve({ root: built.dist, port: 0 });
      const items = readQueries();
      const figures: Record<string, unknown> = {};
      for (const rate of [1, 4]) {
        const answers = await askWarm(browser, server.url, items, rate);
        const times = [...answers.values()].map(({ time }) => time);
        figures[`warm${rate}`] = times;
        say(
          `Warm${rate === 1 ? '' : `, CPU slowed ${rate}×`}: ${percentile(times, 0.5).toFixed(1)} ms median, ` +
            `${percentile(times, 0.95).toFixed(1)} ms p95`,
        );
      }
      for (const slow of ['no', '4G'] as const) {
        const { runs } = options;
        figures[`cold-${slow}`] = await sayCold(browser, server.url, everyNth(items), {
          slow,
          runs,
        });
      }
      results[notes] = figures;
      await server.close();
    }
  } finally {
    await browser.close();
    await browserServer.close();
  }
  saveFigures(options, 'search-sizes.json', results);
}

/** Builds the site of our own notes and, where they are there, the wider ones; gives its folder. */
async function buildMeetings(): Promise<string> {
  const meetings = resolve(project, '.cache/bench/search-meetings');
  rmSync(meetings, { recursive: true, force: true });
  mkdirSync(meetings, { recursive: true });
  cpSync(resolve(project, 'content/meetings'), meetings, { recursive: true });
  if (existsSync(wider)) cpSync(wider, meetings, { recursive: true });
  else say(`${wider} is not here: only the queries over our own notes are asked.`);
  say('building …');
  const built = await buildSite({ name: 'bench-search', env: { ARCHIVE_MEETINGS: meetings } });
  if (built.code !== 0) throw new Error(built.output);
  return built.dist;
}

/** Asks every query of the search in use, and says and gives what that comes to. */
async function sayWarm(
  browser: Browser,
  home: string,
  items: readonly KnownItem[],
  rate: 1 | 4,
): Promise<unknown> {
  const answers = await askWarm(browser, home, items, rate);
  const title = rate === 1 ? 'The search of the site, warm' : `The same, CPU slowed ${rate}×`;
  const figures = report(title, items, answers);
  if (rate > 1) return figures;
  for (const [{ kind, query, targets }, { urls }] of answers) {
    const [first = 'nothing'] = urls;
    if (!targets.includes(kind === 'dates' ? first.replace(/#.*/, '') : first)) {
      say(`  not first: [${kind}] ${query}: ${first}`);
    }
  }
  return figures;
}

/** The same of Pagefind's own interface, and what it takes to use that for the first time. */
async function sayPlain(
  browser: Browser,
  home: string,
  items: readonly KnownItem[],
): Promise<unknown> {
  const page = await browser.newPage();
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(home);
  await page.waitForSelector('.pagefind-ui__search-input');
  const cold = await askPlain(page, items[0]?.query ?? '');
  say(`\nPagefind used plainly, cold: ${(bytes / 1000).toFixed(1)} kB, ${cold.time.toFixed(0)} ms`);
  const answers = new Map<KnownItem, Answer>();
  for (const item of items) {
    const { urls, time } = await askPlain(page, item.query);
    answers.set(item, { urls: urls.map((url) => shorten(url, '/')), time });
  }
  return report('Pagefind used plainly: one record a page, its own interface', items, answers);
}

/**
 * Measures the search of the built site in the browser, over the queries of `search-queries.json`; with numbers
 * of notes, bytes and times only, over generated archives.
 */
export async function run(options: BenchOptions): Promise<void> {
  if (options.sized) return runSizes(options);
  const dist = await buildMeetings();
  const ids = new Set(readdirSync(join(dist, 'meetings')));
  const items = readQueries().filter(({ targets }) =>
    targets.every((target) => target.includes('/') || ids.has(target.replace(/#.*/, ''))),
  );
  const browserServer = await launchChromium(say);
  const server = await serve({ root: dist, port: 0 });
  const plainFolder = resolve(project, '.cache/bench/search-plain');
  await makePlain(dist, plainFolder);
  const plainServer = await serve({ root: plainFolder, port: 0 });
  const browser = await chromium.connect(browserServer.endpoint);
  const results: Record<string, unknown> = {};
  try {
    for (const rate of [1, 4] as const) {
      results[`warm${rate}`] = await sayWarm(browser, server.url, items, rate);
    }
    for (const slow of ['no', '4G'] as const) {
      const { runs } = options;
      results[`cold-${slow}`] = await sayCold(browser, server.url, everyNth(items), { slow, runs });
    }
    results['plain'] = await sayPlain(browser, plainServer.url, items);
  } finally {
    await browser.close();
    await server.close();
    await plainServer.close();
    await browserServer.close();
  }
  saveFigures(options, 'search.json', results);
}
