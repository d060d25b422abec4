import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { settingsJsonSchema, settingsSchema } from '../../src/archive/settings.ts';
import { officeHours } from '../office-hours.ts';

// A community may have put away the one of its own content.
const written = [path.join(officeHours, 'archive.schema.json'), 'content/archive.schema.json']
  .map((file) => path.resolve(file))
  .filter((file, index) => index === 0 || existsSync(file));

test.each(written)('the schema for editors says what the settings accept: %s', async (file) => {
  const text = `${JSON.stringify(settingsJsonSchema(), undefined, 2)}\n`;
  // Written anew by `npm test -- -u`; Prettier would lay it out otherwise.
  await expect(text).toMatchFileSnapshot(file);
  const { properties } = JSON.parse(text) as { properties: object };
  expect(Object.keys(properties)).toEqual(
    expect.arrayContaining(Object.keys(settingsSchema.shape)),
  );
});

test.each([
  [{ cadence: 'every 2 weeks' }, true],
  [{ cadence: 'now and then' }, false],
  [{ timeZone: 'America/New_York' }, true],
  [{ timeZone: 'Somewhere/Else' }, false],
  [{ language: 'zh-tw' }, true],
  [{ language: 'pt_BR' }, true],
  [{ language: 'Deutsch (Schweiz)' }, false],
  [{ language: '' }, false],
  [{ playlist: 'https://www.youtube.com/playlist?list=x' }, true],
  [{ playlist: 'ftp://example.org' }, false],
  [{ home: 'osquery/osquery' }, true],
  [{ home: 'osquery' }, false],
  [{ home: 'osquery/..' }, false],
  [{ home: 'osquery/.' }, false],
  [{ home: 'osquery/.github' }, true],
  [{ home: 'osquery/osquery.git' }, false],
  [{ repositories: ['os--query/osquery'] }, false],
  [{ shortNames: { site: 'osquery/site.wiki' } }, false],
  [{ hom: 'osquery/osquery' }, false],
  [{ title: 'Two\nlines' }, false],
  [{ edit: 'https://github.com@example.org/edit/' }, false],
  [{ links: [{ label: 'Home', url: 'https://example.org/@name' }] }, true],
  [{ links: [{ label: 'Home', url: 'https://user:word@example.org/' }] }, false],
])('%j is accepted: %s', (settings, accepted) => {
  expect(settingsSchema.safeParse({ title: 'Minutes', ...settings }).success).toBe(accepted);
});
