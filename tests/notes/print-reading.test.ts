import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { defaultSettings } from '../../src/archive/settings.ts';
import { printReading } from '../../src/notes/print-reading.ts';
import { noteResolver } from '../../src/notes/resolve-note.ts';
import { folder } from '../folder.ts';

const picture = path.join(import.meta.dirname, '../fixtures/notes/image-beside-the-note/dot.png');

test.each([
  ['a note of words', '# Notes\n\nWords.\n', true],
  ['a note with a link that leads nowhere', '# Notes\n\n[x](y.md)\n', true],
  ['a heavy note, which may be given up', `# Notes\n\n${'- about #1\n'.repeat(900)}`, false],
  ['a note with a picture', '# Notes\n\n![A chart](chart.png)\n', false],
  ['a note whose picture is missing', '# Notes\n\n![A chart](none.png)\n', false],
])('whether the reading of %s lasts', (_name, text, lasting) => {
  const top = folder({ '2020-02-04.md': text, 'chart.png': readFileSync(picture) });
  const settings = defaultSettings();
  const note = { file: '2020-02-04.md', shown: '2020-02-04.md', text, settings, folder: top };
  expect(printReading(note, [], noteResolver([])).lasting).toBe(lasting);
});
