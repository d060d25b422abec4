import fc from 'fast-check';
import { hash } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { defaultSettings } from '../../src/archive/settings.ts';
import {
  type AssemblyMemory,
  type Content,
  assembleContent,
  newAssemblyMemory,
} from '../../src/notes/assemble.ts';
import { contentFolders } from '../../src/notes/folders.ts';
import { gatherContent } from '../../src/notes/gather.ts';
import { listFiles } from '../../src/notes/list-files.ts';
import { readDefinitions } from '../../src/notes/read-definitions.ts';
import { readNotes } from '../../src/notes/read-notes.ts';
import { type ReadingCache, openReadingCache } from '../../src/notes/reading-cache.ts';

const fixture = path.join(import.meta.dirname, '../fixtures/content');
let folder: string;
let kept: string;
let content: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'readings-'));
  kept = path.join(folder, 'readings');
  content = path.join(folder, 'content');
  cpSync(fixture, content, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = (cache?: ReadingCache, memory?: AssemblyMemory): Content => {
  const folders = contentFolders({ ARCHIVE_CONTENT: content }, folder);
  return assembleContent(gatherContent(folders, folder, cache), folders, folder, memory);
};

/** Reads the content with its definitions, as a build does. */
const loadAll = (cache: ReadingCache | undefined, memory?: AssemblyMemory): string => {
  const loaded = load(cache, memory);
  const definitions = readDefinitions(loaded.topics, loaded.settings, cache?.definitions);
  cache?.definitions.keep();
  return JSON.stringify([shown(loaded), [...definitions]]);
};

/** All that a build makes of the content, in a form that shows every difference. */
const shown = ({ settings, topics, meetings, diagnostics, archive }: Content): string => {
  const { routine } = archive;
  const habits = archive.meetings.map(({ sections }) =>
    sections.map(({ heading, blocks }) => [
      routine.isRoutineHeading(heading),
      blocks.map(({ text }) => routine.isTemplateText(text)),
    ]),
  );
  return JSON.stringify(
    { settings, topics, meetings, diagnostics, threads: archive.topics, habits },
    null,
    1,
  );
};

const noteFiles = (): string[] =>
  readdirSync(path.join(content, 'meetings')).map((name) => path.join(content, 'meetings', name));
const keptFiles = (): string[] => readdirSync(kept).map((name) => path.join(kept, name));
const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

const lines = [
  '## Another heading',
  'See #12 and osquery/osquery#34.',
  'A [link](2024-03-05.md#agenda) to a note, and [one](2031-01-01.md) that may be there.',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '<b>bold</b> <type>',
  'Recording: https://youtu.be/KucpoVbc-ss?t=20',
];

const step = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'append',
      'prepend',
      'remove',
      'rename',
      'copy',
      'settings',
      'topic',
      'definition',
      'template',
      'damage',
      'cut',
    ),
    which: fc.nat({ max: 99 }),
    line: fc.constantFrom(...lines),
  }),
);

function perform({ kind, which, line }: typeof step extends fc.Arbitrary<infer S> ? S : never) {
  const files = noteFiles();
  const file = files[which % files.length]!;
  const damaged = keptFiles();
  const held = damaged[which % damaged.length]!;
  const next = path.join(
    content,
    'meetings',
    `2031-01-${String(1 + (which % 28)).padStart(2, '0')}.md`,
  );
  if (kind === 'append') edit(file, (text) => `${text}\n${line}\n`);
  if (kind === 'prepend') edit(file, (text) => `${line}\n\n${text}`);
  if (kind === 'remove' && files.length > 1) rmSync(file);
  if (kind === 'rename') renameSync(file, next);
  if (kind === 'copy') cpSync(file, next);
  if (kind === 'settings') {
    edit(path.join(content, 'archive.yaml'), (text) =>
      text.replace(/^home: .*$/m, `home: somebody/project-${which}`),
    );
  }
  if (kind === 'topic') {
    const topic = path.join(content, 'topics', readdirSync(path.join(content, 'topics'))[0]!);
    edit(topic, (text) => text.replace(/^name:.*$/m, `name: ${line.replace(/\W+/g, ' ').trim()}`));
  }
  if (kind === 'definition') {
    const topics = readdirSync(path.join(content, 'topics'));
    edit(
      path.join(content, 'topics', topics[which % topics.length]!),
      (text) => `${text}\n${line}\n`,
    );
  }
  if (kind === 'template') {
    edit(path.join(content, 'template.md'), (text) => `${text}\n## ${line}\n\n${line}\n`);
  }
  if (kind === 'damage') {
    const bytes = readFileSync(held);
    bytes[(which * 7919) % bytes.length]! ^= 1;
    writeFileSync(held, bytes);
  }
  if (kind === 'cut') writeFileSync(held, readFileSync(held).subarray(0, which * 40));
}

test('after any edits, and any damage, what is kept gives what reading anew gives', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.boolean(), (steps, reopen) => {
      rmSync(kept, { recursive: true, force: true });
      rmSync(content, { recursive: true });
      cpSync(fixture, content, { recursive: true });
      let cache = openReadingCache(kept);
      const memory = newAssemblyMemory();
      load(cache, memory);
      for (const one of steps) {
        perform(one);
        if (reopen) cache = openReadingCache(kept);
        const anew = loadAll(undefined);
        expect(loadAll(cache)).toBe(anew);
        expect(loadAll(cache, memory)).toBe(anew);
      }
    }),
    { numRuns: 20, seed: 7 },
  );
}, 60_000);

test('of the kept readings those of a changed note alone are written anew', () => {
  load(openReadingCache(kept));
  const before = new Map(keptFiles().map((file) => [file, readFileSync(file, 'utf8')]));
  load(openReadingCache(kept));
  for (const [file, text] of before) expect(readFileSync(file, 'utf8')).toBe(text);
  edit(noteFiles()[0]!, (text) => `${text}\nMore.\n`);
  load(openReadingCache(kept));
  const changed = keptFiles().filter((file) => readFileSync(file, 'utf8') !== before.get(file));
  expect(changed).toHaveLength(1);
});

test('settings that no note is read by leave what is kept as it is', () => {
  const settings = path.join(content, 'archive.yaml');
  /** Whether a settings' line makes notes be read anew. */
  const readsAnew = (line: string): boolean => {
    load(openReadingCache(kept));
    const before = keptFiles().map((file) => readFileSync(file, 'utf8'));
    const [key = ''] = line.split(':');
    edit(settings, (text) => `${text.replace(new RegExp(`^${key}:.*\\n`, 'm'), '')}${line}\n`);
    load(openReadingCache(kept));
    return keptFiles().some((file, index) => readFileSync(file, 'utf8') !== before[index]);
  };
  for (const line of [
    'sentence: Another one.',
    'routine: [Any news*]',
    'cadence: weekly',
    'timeZone: Europe/Berlin',
    'edit: https://github.com/example/other/edit/main/meetings/',
    'playlist: https://www.youtube.com/playlist?list=PL1',
    'licence: All rights reserved.',
  ]) {
    expect(readsAnew(line), line).toBe(false);
  }
  for (const line of [
    'title: Another group',
    'language: de',
    'home: example/other',
    'repositories: [example/other]',
    'shortNames: { other: example/other }',
    'ownKeys: [mood]',
  ]) {
    expect(readsAnew(line), line).toBe(true);
  }
});

const headedByZ = (json: string): string => json.replace(/"heading":"\w/, '"heading":"Z');

test('a kept reading is used in place of its note', () => {
  const plain = shown(load(openReadingCache(kept)));
  const [file] = keptFiles();
  // A line is a key, the checksum of key and reading, and the reading.
  edit(file!, (text) =>
    text.replace(/^(.{66}).{64}(.*)/, (_line, key: string, json: string) => {
      const other = headedByZ(json);
      return `${key}${hash('sha256', key + other)}${other}`;
    }),
  );
  expect(shown(load(openReadingCache(kept)))).not.toBe(plain);
});

test('a reading whose checksum is not its own is passed over, though it reads well', () => {
  const plain = shown(load(openReadingCache(kept)));
  const [file] = keptFiles();
  edit(file!, headedByZ);
  expect(shown(load(openReadingCache(kept)))).toBe(plain);
});

test('a note with pictures is read anew, as they change without it', () => {
  const picture = path.join(content, 'meetings/chart.png');
  const drawn = path.join(import.meta.dirname, '../fixtures/notes/image-beside-the-note/dot.png');
  cpSync(drawn, picture);
  writeFileSync(
    path.join(content, 'meetings/2031-01-01.md'),
    '# Call\n\n## Charts\n\n![Downloads by month](chart.png)\n',
  );
  const cache = openReadingCache(kept);
  const before = shown(load(cache));
  rmSync(picture);
  const anew = shown(load());
  expect(anew).not.toBe(before);
  expect(shown(load(cache))).toBe(anew);
  expect(shown(load(openReadingCache(kept)))).toBe(anew);
});

test('a folder that cannot be written only costs the time of the next run', () => {
  writeFileSync(kept, 'a file where the folder should be');
  expect(shown(load(openReadingCache(kept)))).toBe(shown(load()));
});

test('many notes read in threads are the same as when they are read one by one', () => {
  const sources = listFiles(path.join(fixture, 'meetings')).map(({ file }) =>
    readFileSync(path.join(fixture, 'meetings', file), 'utf8'),
  );
  const notes = Array.from({ length: 200 }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
    const text = `${sources[index % sources.length]}\n\nNote ${index} on #${index + 10}.\n`;
    return { file: `${day}.md`, shown: `notes/${day}.md`, text };
  });
  const files = notes.map(({ file }) => file);
  const settings = { ...defaultSettings(), home: 'somebody/project' };
  const together = readNotes({ notes, settings, files }, undefined);
  const alone = notes.flatMap((note) => readNotes({ notes: [note], settings, files }, undefined));
  expect(together).toEqual(alone);
}, 60_000);
