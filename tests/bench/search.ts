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
import type { Browser, CDPSession, Page } from 'playwright-core';

import { serve } from '../../src/site/serve.ts';
import { launchChromium } from '../browser/chromium.ts';
import { buildSite } from '../site/build.ts';
import { type BenchOptions, corpusOf, project, say } from './options.ts';

/** A query with the places that answer it: `2019-10-29#anchor`, a meeting's id, or a reference's path. */
interface KnownItem {
  kind: string;
  query: string;
  targets: string[];
  /** Held aside while the ranking was tuned. */
  held: boolean;
  /** Written when the ranking stood, before the results were seen. */
  later?: boolean;
}

/** What one query gave. */
interface Answer {
  /** Addresses in the order shown, without the site's own part. */
  urls: string[];
  /** From the last key to the rows, in milliseconds. */
  time: number;
}

/** Figures of a set of queries. */
interface Figures {
  queries: number;
  section: { first: number; third: number; mrr: number };
  meeting: { first: number; third: number; mrr: number };
  time: { median: number; p95: number };
}

const corpus = resolve(project, '../shared/corpus/osquery');
const queriesFile = join(import.meta.dirname, 'search-queries.json');

/** Cold starts are slow to measure; every n-th query stands for all. */
const coldEvery = 14;

const share = (values: readonly number[], test: (value: number) => boolean): number =>
  values.filter(test).length / Math.max(1, values.length);

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** A result's address as targets are written. */
const shorten = (url: string, base: string): string =>
  url
    .slice(url.startsWith(base) ? base.length : 0)
    .replace(/^meetings\//, '')
    .replace(/\/(?=#|$)/, '');

function score(items: readonly KnownItem[], answers: ReadonlyMap<KnownItem, Answer>): Figures {
  const rankOf = (item: KnownItem, meeting: boolean): number => {
    const { urls } = answers.get(item)!;
    const fold = (address: string): string => (meeting ? address.replace(/#.*/, '') : address);
    const wanted = item.targets.map(fold);
    // A date asks for the meeting; any place in it answers.
    const at = urls.findIndex((url) =>
      wanted.includes(fold(item.kind === 'dates' ? url.replace(/#.*/, '') : url)),
    );
    return at < 0 || at >= 10 ? Infinity : at + 1;
  };
  const figures = (meeting: boolean): Figures['section'] => {
    const ranks = items.map((item) => rankOf(item, meeting));
    return {
      first: share(ranks, (rank) => rank === 1),
      third: share(ranks, (rank) => rank <= 3),
      mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / Math.max(1, ranks.length),
    };
  };
  const times = items.map((item) => answers.get(item)!.time);
  return {
    queries: items.length,
    section: figures(false),
    meeting: figures(true),
    time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}

const percent = (value: number): string => value.toFixed(3);

function report(
  title: string,
  items: readonly KnownItem[],
  answers: ReadonlyMap<KnownItem, Answer>,
): Record<string, Figures> {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const groups: [string, readonly KnownItem[]][] = [
    ...kinds.map((kind): [string, KnownItem[]] => [
      kind,
      items.filter((item) => item.kind === kind),
    ]),
    ['all', items],
    ['all, tuned', items.filter(({ held }) => !held)],
    ['all, held aside', items.filter(({ held, later }) => held && !later)],
    ['all, later', items.filter(({ later }) => later)],
  ];
  say(`\n${title}`);
  say('                  n   section @1    @3   MRR   meeting @1    @3   MRR   ms median   p95');
  const result: Record<string, Figures> = {};
  for (const [name, group] of groups) {
    const figures = score(group, answers);
    const { section, meeting, time } = figures;
    result[name] = figures;
    say(
      `${name.padEnd(16)}${String(group.length).padStart(3)}        ${percent(section.first)} ${percent(section.third)} ${percent(section.mrr)}        ` +
        `${percent(meeting.first)} ${percent(meeting.third)} ${percent(meeting.mrr)}      ${time.median.toFixed(1).padStart(6)} ${time.p95.toFixed(1).padStart(5)}`,
    );
  }
  return result;
}

/**
 * Types a query into the page's own box and waits for the rows that answer it. The time goes from the key to
 * rows that are laid out; it waits for no frame, and leaves out what painting takes.
 */
async function ask(page: Page, query: string): Promise<Answer> {
  return page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('main input[type="search"]')!;
    const list = document.querySelector<HTMLElement>('#search-results')!;
    const answered = (): boolean => list.dataset['query'] === typed;
    // Asked twice, the same query is answered from memory: that would be no measurement.
    delete list.dataset['query'];
    const began = performance.now();
    const shown = new Promise<void>((done) => {
      const observer = new MutationObserver(() => {
        if (!answered()) return;
        observer.disconnect();
        done();
      });
      observer.observe(list, { attributes: true, childList: true });
    });
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await shown;
    list.getBoundingClientRect();
    const time = performance.now() - began;
    const links = [...list.querySelectorAll<HTMLAnchorElement>('li > a')];
    return { time, urls: links.map((link) => link.getAttribute('href') ?? '') };
  }, query);
}

/** The same of Pagefind's own interface: pages, each followed by the sections that it shows of it. */
async function askPlain(page: Page, query: string): Promise<Answer> {
  return page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('.pagefind-ui__search-input')!;
    const settle = async (): Promise<void> => {
      let quiet = 0;
      let last = -1;
      for (let wait = 0; quiet < 4 && wait < 80; wait += 1) {
        await new Promise((done) => setTimeout(done, 25));
        const message = document.querySelector('.pagefind-ui__message')?.textContent ?? '';
        const now = document.querySelectorAll('.pagefind-ui__result-link').length;
        const said = message.includes(typed) && !message.startsWith('Searching');
        quiet = said && now === last ? quiet + 1 : 0;
        last = now;
      }
    };
    const began = performance.now();
    let first = 0;
    const observer = new MutationObserver(() => {
      const message = document.querySelector('.pagefind-ui__message')?.textContent ?? '';
      const links = document.querySelectorAll('.pagefind-ui__result-link');
      if (message.includes(typed) && links.length > 0) first ||= performance.now();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settle();
    observer.disconnect();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.pagefind-ui__result-link')];
    return {
      time: (first || performance.now()) - began,
      urls: links.map((link) => link.getAttribute('href') ?? ''),
    };
  }, query);
}

/** Opens a page, uses the search for the first time, and gives bytes and time until its rows stand. */
async function askCold(
  browser: Browser,
  home: string,
  query: string,
  slow: 'no' | '4G',
): Promise<{ bytes: number; time: number; requests: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await page.goto(home);
  await page.waitForTimeout(100);
  let bytes = 0;
  let requests = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await session.send('Network.enable');
  if (slow === '4G') {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (0.75 * 1024 * 1024) / 8,
    });
  }
  const time = await page.evaluate(async (typed) => {
    const began = performance.now();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    const wait = async (ready: () => boolean): Promise<void> => {
      while (!ready()) {
        await new Promise<void>((done) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            done();
          });
          observer.observe(document.body, { attributes: true, childList: true, subtree: true });
          if (ready()) done();
        });
      }
    };
    await wait(() => document.querySelector('dialog input[type="search"]') !== null);
    const input = document.querySelector<HTMLInputElement>('dialog input[type="search"]')!;
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const list = document.querySelector<HTMLElement>('dialog ol')!;
    await wait(() => list.dataset['query'] === typed);
    list.getBoundingClientRect();
    return performance.now() - began;
  }, query);
  await page.waitForTimeout(50);
  await context.close();
  return { bytes, time, requests };
}

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

/** Asks queries one after the other on the search page, the processor slowed `rate` times. */
async function askWarm<Item extends { query: string }>(
  browser: Browser,
  home: string,
  items: readonly Item[],
  rate: number,
): Promise<Map<Item, Answer>> {
  const base = new URL(home).pathname;
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(`${home}search/?q=warm`);
  await page.waitForSelector('#search-results[data-query="warm"]', { state: 'attached' });
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const answers = new Map<Item, Answer>();
  for (const item of items) {
    const { urls, time } = await ask(page, item.query);
    answers.set(item, { urls: urls.map((url) => shorten(url, base)), time });
  }
  await page.close();
  return answers;
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
  const from = options.from ?? (existsSync(corpus) ? corpus : undefined);
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
  save(options, 'search-sizes.json', results);
}

function save(options: BenchOptions, name: string, results: Record<string, unknown>): void {
  if (options.save === undefined) return;
  mkdirSync(options.save, { recursive: true });
  writeFileSync(join(options.save, name), `${JSON.stringify(results, null, 2)}\n`);
}

/**
 * Measures the search of the built site in the browser, over the queries of `search-queries.json`; with numbers
 * of notes, bytes and times only, over generated archives.
 */
export async function run(options: BenchOptions): Promise<void> {
  if (options.sized) return runSizes(options);
  const meetings = resolve(project, '.cache/bench/search-meetings');
  rmSync(meetings, { recursive: true, force: true });
  mkdirSync(meetings, { recursive: true });
  cpSync(resolve(project, 'content/meetings'), meetings, { recursive: true });
  if (existsSync(corpus)) cpSync(corpus, meetings, { recursive: true });
  else say(`${corpus} is not here: only the queries over our own notes are asked.`);
  say('building …');
  const built = await buildSite({ name: 'bench-search', env: { ARCHIVE_MEETINGS: meetings } });
  if (built.code !== 0) throw new Error(built.output);

  const ids = new Set(readdirSync(join(built.dist, 'meetings')));
  const items = readQueries().filter(({ targets }) =>
    targets.every((target) => target.includes('/') || ids.has(target.replace(/#.*/, ''))),
  );
  const browserServer = await launchChromium(say);
  const server = await serve({ root: built.dist, port: 0 });
  const plainFolder = resolve(project, '.cache/bench/search-plain');
  await makePlain(built.dist, plainFolder);
  const plainServer = await serve({ root: plainFolder, port: 0 });
  const browser = await chromium.connect(browserServer.endpoint);
  const results: Record<string, unknown> = {};
  try {
    for (const rate of [1, 4]) {
      const answers = await askWarm(browser, server.url, items, rate);
      const title = rate === 1 ? 'The search of the site, warm' : `The same, CPU slowed ${rate}×`;
      results[`warm${rate}`] = report(title, items, answers);
      if (rate > 1) continue;
      for (const [{ kind, query, targets }, { urls }] of answers) {
        const [first = 'nothing'] = urls;
        if (!targets.includes(kind === 'dates' ? first.replace(/#.*/, '') : first)) {
          say(`  not first: [${kind}] ${query}: ${first}`);
        }
      }
    }
    for (const slow of ['no', '4G'] as const) {
      const { runs } = options;
      results[`cold-${slow}`] = await sayCold(browser, server.url, everyNth(items), { slow, runs });
    }
    const page = await browser.newPage();
    let plainBytes = 0;
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      plainBytes += encodedDataLength;
    });
    await page.goto(plainServer.url);
    await page.waitForSelector('.pagefind-ui__search-input');
    const cold = await askPlain(page, items[0]?.query ?? '');
    say(
      `\nPagefind used plainly, cold: ${(plainBytes / 1000).toFixed(1)} kB, ${cold.time.toFixed(0)} ms`,
    );
    const answers = new Map<KnownItem, Answer>();
    for (const item of items) {
      const { urls, time } = await askPlain(page, item.query);
      answers.set(item, { urls: urls.map((url) => shorten(url, '/')), time });
    }
    results['plain'] = report(
      'Pagefind used plainly: one record a page, its own interface',
      items,
      answers,
    );
  } finally {
    await browser.close();
    await server.close();
    await plainServer.close();
    await browserServer.close();
  }
  save(options, 'search.json', results);
}
