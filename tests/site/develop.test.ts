import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';

import { project } from './build.ts';
import { copyProject } from './copied-project.ts';
import { type Development, develop } from './develop.ts';

const folders: string[] = [];
let server: Development | undefined;

function newFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), name));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  await server?.end();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const fixture = path.join(project, 'tests/fixtures/content');
const note = (date: string): string => `# Call of ${date}\n\n## Packaging\n\nWords.\n`;
/** Asks for a page as browsers do. */
const ask = (below = '') => fetch(server!.home + below, { headers: { accept: 'text/html' } });
const statusOf = async (below: string): Promise<number> => (await ask(below)).status;
/** Waits until a page is answered with a status: each change is to be read without any other. */
const follows = (below: string, status: number) =>
  expect.poll(() => statusOf(below), { timeout: 30_000 }).toBe(status);

test('while developing, parts of the content that come and go are followed', async () => {
  const top = newFolder('archive developed ');
  copyProject(top);
  const content = path.join(newFolder('content developed '), 'ours');
  const meetings = path.join(content, 'meetings');
  mkdirSync(meetings, { recursive: true });
  writeFileSync(path.join(meetings, '2023-01-10.md'), note('2023-01-10'));
  server = await develop(top, { ARCHIVE_CONTENT: content });
  await follows('meetings/2023-01-10/', 200);
  await follows('topics/packaging/', 404);
  const landing = async (from: string) => new URL((await ask(from)).url).pathname;
  expect(await landing('meetings/2023-01-10')).toBe('/foundation/meetings/2023-01-10/');
  expect(await landing('../foundation')).toBe('/foundation/');

  cpSync(path.join(fixture, 'topics'), path.join(content, 'topics'), { recursive: true });
  await follows('topics/packaging/', 200);
  const record = path.join(content, 'permalinks.json');
  writeFileSync(record, 'nothing of the kind');
  await follows('meetings/', 500);
  rmSync(record);
  await follows('meetings/', 200);

  const settings = path.join(content, 'archive.yaml');
  const title = async () => /<title>([^<]*)/.exec(await (await ask()).text())?.[1];
  const isCalled = (name: string) => expect.poll(title, { timeout: 30_000 }).toContain(name);
  writeFileSync(settings, 'title: The first name\n');
  await isCalled('The first name');
  rmSync(settings);
  await isCalled('Meeting notes');
  writeFileSync(settings, 'title: The second name\n');
  await isCalled('The second name');

  renameSync(meetings, path.join(content, '.away'));
  await follows('meetings/2023-01-10/', 404);
  renameSync(path.join(content, '.away'), meetings);
  await follows('meetings/2023-01-10/', 200);
  // Without `meetings`, the folder is one of bare notes.
  renameSync(meetings, path.join(content, 'minutes'));
  writeFileSync(path.join(content, 'minutes/2023-02-07.md'), note('2023-02-07'));
  await follows('meetings/2023-02-07/', 200);
  await follows('meetings/2023-01-10/', 200);
  mkdirSync(meetings);
  await follows('meetings/2023-01-10/', 404);

  // The whole folder goes, as where it is made anew by a program, and comes back with other notes.
  renameSync(content, `${content} away`);
  await follows('meetings/', 500);
  mkdirSync(meetings, { recursive: true });
  writeFileSync(path.join(meetings, '2023-03-14.md'), note('2023-03-14'));
  await follows('meetings/2023-03-14/', 200);
  writeFileSync(path.join(meetings, '2023-04-11.md'), note('2023-04-11'));
  await follows('meetings/2023-04-11/', 200);
});

test('while developing, pictures for previews say what was saved last', async () => {
  const top = newFolder('archive pictured ');
  copyProject(top);
  server = await develop(top);
  const picture = async () => {
    const answer = await fetch(`${server!.home}og/meetings/2023-01-10.png`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    return Buffer.from(await answer.arrayBuffer());
  };
  const before = await picture();
  expect(before.subarray(1, 4).toString()).toBe('PNG');
  const file = path.join(top, 'content/meetings/2023-01-10.md');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n## Turnips\n\nWords of turnips.\n`);
  await expect.poll(async () => (await picture()).equals(before), { timeout: 30_000 }).toBe(false);
  expect((await fetch(`${server.home}og/meetings/2023-01-11.png`)).status).toBe(404);
});

test('while developing, the search finds what was saved last', async () => {
  const top = newFolder('archive searched ');
  copyProject(top);
  const meetings = path.join(newFolder('content searched '), 'meetings');
  mkdirSync(meetings);
  const save = (words: string) =>
    writeFileSync(
      path.join(meetings, '2023-01-10.md'),
      note('2023-01-10').replace('Words.', words),
    );
  save('We spoke of turnips.');
  server = await develop(top, { ARCHIVE_CONTENT: path.dirname(meetings) });
  await follows('meetings/2023-01-10/', 200);

  /** Whether the index has a word, asked for as the search box does. */
  const isIndexed = async (word: string): Promise<boolean> => {
    const blocks = await fetch(`${server!.home}pagefind/blocks.json`);
    const { names } = (await blocks.json()) as { names: string };
    const block = await fetch(`${server!.home}pagefind/index/0-${names}.txt`);
    return (await block.text()).split('\n').some((line) => line.startsWith(`${word} `));
  };
  expect(await isIndexed('turnips')).toBe(true);
  expect(await isIndexed('parsnips')).toBe(false);
  save('We spoke of parsnips.');
  await expect.poll(() => isIndexed('parsnips'), { timeout: 30_000 }).toBe(true);
  expect(await isIndexed('turnips')).toBe(false);
  const texts = await fetch(`${server.home}pagefind/text/2023-01-10.json`);
  expect(await texts.text()).toContain('We spoke of parsnips.');
  expect(await statusOf('pagefind/text/2023-01-11.json')).toBe(404);
});

test('while developing, only what changes the content is news', async () => {
  const top = newFolder('archive unchanged ');
  copyProject(top);
  const meetings = path.join(newFolder('content unchanged '), 'meetings');
  mkdirSync(meetings);
  const [first, second] = ['2023-01-10', '2023-02-07'];
  const save = (date: string, text = note(date)) =>
    writeFileSync(path.join(meetings, `${date}.md`), text);
  save(first);
  server = await develop(top, { ARCHIVE_CONTENT: path.dirname(meetings) });
  await follows(`meetings/${first}/`, 200);

  /** What tells a page that it shows older content. */
  const shown = async () => (await ask()).headers.get('server-timing');
  /** Saves what changes nothing, in moments of their own, as long as it takes to be read. */
  const isNoNews = async (saves: readonly (() => void)[]) => {
    const before = await shown();
    for (const each of saves) {
      each();
      await setTimeout(500);
    }
    expect(await shown()).toBe(before);
  };
  const beside = path.join(meetings, '.2023-01-10.md.swp');
  await isNoNews([
    () => save(first),
    () => writeFileSync(beside, 'Typed, and not saved.'),
    () => rmSync(beside),
    () => writeFileSync(path.join(meetings, '2023-01-10.md~'), 'As it was before.'),
  ]);

  const refusals = () => server!.said().split('[content] The content is not accepted.').length - 1;
  save(second, `---\ndate: soon\n---\n\n${note(second)}`);
  await follows(`meetings/${second}/`, 500);
  await isNoNews([() => writeFileSync(beside, 'Typed again.'), () => rmSync(beside)]);
  expect(refusals()).toBe(1);
  expect(server.said()).not.toContain('The content is accepted again.');
  save(second);
  await follows(`meetings/${second}/`, 200);
  await expect.poll(server.said).toContain('The content is accepted again.');
});
