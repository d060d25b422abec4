import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';

import { serve } from '../../src/site/serve.ts';
import { launchChromium } from '../browser/chromium.ts';
import { buildSite } from '../site/build.ts';
import { type Weight, weigh } from '../site/weight.ts';
import {
  type BenchOptions,
  type Spread,
  corpusOf,
  formatSpread,
  say,
  spreadOf,
} from './options.ts';
import { saveFigures } from './save.ts';
import { filesOf, kindOf } from './site-size.ts';

/** How a page comes to its reader. Times in milliseconds, throughput in bytes a second. */
const networks = {
  local: undefined,
  // As Lighthouse has it for a mobile reader.
  'slow 4G': { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
};
const slowdown = 4;

interface Paint {
  /** Milliseconds to the first contentful paint. */
  paint: number;
  /** Milliseconds by which tasks exceed 50 ms. */
  blocking: number;
}

async function paintOf(page: Page, address: string, network: keyof typeof networks) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const conditions = networks[network];
  if (conditions !== undefined) {
    await session.send('Network.emulateNetworkConditions', { offline: false, ...conditions });
  }
  await page.goto(address, { waitUntil: 'load' });
  return page.evaluate(async (): Promise<Paint> => {
    // The first paint of all may be told of alone: only one of content, or the end of the wait, is an answer.
    const entries = (type: string, awaited?: string): Promise<PerformanceEntryList> =>
      new Promise((done) => {
        const seen: PerformanceEntryList = [];
        const observer = new PerformanceObserver((list) => {
          seen.push(...list.getEntries());
          if (seen.some(({ name }) => name === awaited)) done(seen);
        });
        observer.observe({ type, buffered: true });
        setTimeout(() => done(seen), awaited === undefined ? 500 : 5000);
      });
    const content = 'first-contentful-paint';
    const [paints, tasks] = await Promise.all([entries('paint', content), entries('longtask')]);
    const first = paints.find(({ name }) => name === content);
    const blocking = tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return { paint: first?.startTime ?? NaN, blocking };
  });
}

/** What stands inside `main` of a page, as the barest page that shows it. */
function barePage(html: string): string {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  const text = main
    .replace(/<(script|style|svg|dialog)\b[\s\S]*?<\/\1>/g, '')
    .replace(/ (?:class|style|data-[\w-]+)="[^"]*"/g, '');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title></head><body>${text}</body></html>`;
}

interface PageResult {
  kind: string;
  weight: Weight;
  /** Times on each network; only of the page that stands beside its bare text. */
  paint: Record<string, { paint: Spread; blocking: Spread }>;
}

async function measurePages(notes: number, options: BenchOptions): Promise<PageResult[]> {
  const { dist, code, output } = await buildSite({
    name: `bench-page-${notes}`,
    env: { ARCHIVE_CONTENT: corpusOf(notes, options) },
    keep: true,
  });
  if (code !== 0) throw new Error(`The site could not be built:\n${output}`);

  const heaviest = new Map<string, Weight>();
  for (const { path } of filesOf(dist)) {
    if (!path.endsWith('.html')) continue;
    const weight = weigh(dist, path);
    const kind = kindOf(path);
    if (weight.bytes > (heaviest.get(kind)?.bytes ?? 0)) heaviest.set(kind, weight);
  }
  const meeting = heaviest.get('meeting');
  if (meeting === undefined) throw new Error('The site has no meeting.');
  const bare = 'bare/index.html';
  mkdirSync(join(dist, 'bare'), { recursive: true });
  writeFileSync(join(dist, bare), barePage(readFileSync(join(dist, meeting.path), 'utf8')));
  heaviest.set('bare text of the meeting', weigh(dist, bare));

  const server = await serve({ root: dist, port: 0 });
  const launched = await launchChromium(say);
  const browser = await chromium.connect(launched.endpoint);
  const results: PageResult[] = [];
  try {
    const samples = new Map<string, Paint[]>();
    // Taken in turns, so that what else the machine does falls on all of them alike.
    for (let run = 0; run < options.runs; run++) {
      for (const [kind, { path }] of heaviest) {
        for (const network of Object.keys(networks) as (keyof typeof networks)[]) {
          const context = await browser.newContext();
          const address = new URL(path.replace(/index\.html$/, ''), server.url).href;
          const key = `${kind}\n${network}`;
          const known = samples.get(key) ?? [];
          known.push(await paintOf(await context.newPage(), address, network));
          samples.set(key, known);
          await context.close();
        }
      }
    }
    for (const [kind, weight] of heaviest) {
      const paint = Object.fromEntries(
        Object.keys(networks).map((network) => {
          const own = samples.get(`${kind}\n${network}`) ?? [];
          return [
            network,
            {
              paint: spreadOf(own.map((sample) => sample.paint).filter(Number.isFinite)),
              blocking: spreadOf(own.map((sample) => sample.blocking)),
            },
          ];
        }),
      );
      results.push({ kind, weight, paint });
    }
  } finally {
    await browser.close();
    await launched.close();
    await server.close();
  }
  return results;
}

/** Measures the heaviest page of each kind: bytes and requests, and times in a real browser. */
export async function run(options: BenchOptions): Promise<void> {
  const saved: { notes: number; pages: PageResult[] }[] = [];
  for (const notes of options.notes) {
    const pages = await measurePages(notes, options);
    say(`${notes} notes; processor slowed ${slowdown} times`);
    for (const { kind, weight, paint } of pages) {
      const times = Object.entries(paint).map(
        ([network, { paint: first, blocking }]) =>
          `${network} ${formatSpread(first, 0)} ms` +
          (blocking.median > 0 ? `, blocked ${formatSpread(blocking, 0)} ms` : ''),
      );
      say(
        `  ${kind.padEnd(24)} ${(weight.bytes / 1000).toFixed(1)} kB in ${weight.requests.length}, ` +
          `script ${(weight.script / 1000).toFixed(1)} kB; ${times.join('; ')}  ${weight.path}`,
      );
    }
    saved.push({ notes, pages });
  }
  const conditions = { node: process.version, slowdown, networks, runs: options.runs };
  saveFigures(options, 'page.json', { conditions, results: saved });
}
