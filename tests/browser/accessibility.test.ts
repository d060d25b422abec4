import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import type { Sites } from '../site/setup.ts';
import { audit, contrast, overflow } from './audit.ts';
import { findPageKinds } from './page-kinds.ts';
import { visit } from './visit.ts';

const audited: (keyof Sites)[] = ['real', 'fixture'];

const pages = audited.flatMap((site) =>
  findPageKinds(inject('sites')[site]).flatMap(({ kind, paths }) =>
    paths.map((path) => ({ site, kind, path })),
  ),
);

test.for(pages)('$kind ($site: /$path)', { timeout: 60_000 }, async ({ site, path: at }) => {
  const page = await visit(at, { site, context: { colorScheme: 'light' } });
  // As low as a laptop's window, so that what scrolls inside itself does.
  const resize = (width: number) => page.setViewportSize({ width, height: 600 });
  const grow = (percent: number) =>
    page.evaluate((size) => {
      document.documentElement.style.fontSize = `${size}%`;
    }, percent);

  await resize(1280);
  expect(await audit(page), 'at 1280 px').toEqual([]);
  await resize(320);
  expect(await overflow(page), 'sideways scrolling at 320 px').toBe(0);
  expect(await audit(page), 'at 320 px').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await audit(page, contrast), 'in the dark').toEqual([]);
  await resize(1280);
  expect(await audit(page, contrast), 'in the dark at 1280 px').toEqual([]);
  await resize(640);
  await grow(200);
  expect(await overflow(page), 'sideways scrolling with text at 200 %').toBe(0);
});

test('headings, links and columns without words leave nothing without a name', async () => {
  const notes = readdirSync(path.join(inject('sites').hostile, 'meetings'));
  const note = notes.find((name) => name.endsWith('words-missing'))!;
  for (const at of [`meetings/${note}/`, 'osquery/osquery/issues/12/']) {
    const page = await visit(at, { site: 'hostile', context: { colorScheme: 'light' } });
    expect(await audit(page), at).toEqual([]);
  }
});
