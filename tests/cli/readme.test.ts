import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { settingsSchema } from '../../src/archive/settings.ts';
import { topicSchema } from '../../src/archive/topics/topic.ts';
import { folder } from '../folder.ts';
import { officeHours } from '../office-hours.ts';
import { notes } from './run.ts';

const root = path.join(import.meta.dirname, '../..');
const note = '# Minutes 2024-01-02\n\n## Packaging\n\nSee https://github.com/acme/app/pull/12.\n';

/** The commands of the program in the examples of a document, in their order, as words of a shell. */
function commandsOf(document: string): string[][] {
  const examples = readFileSync(path.join(root, document), 'utf8').matchAll(
    /^```sh\n(.*?)^```$/gms,
  );
  return [...examples]
    .flatMap(([, lines = '']) => [...lines.matchAll(/^npm run notes -- (.*)$/gm)])
    .map(([, words = '']) => words.replace(/ +# .*$/, '').split(' '));
}

test.for(['README.md', 'docs/telling.md'])(
  'what is copied from %s is understood in a project with notes',
  async (document) => {
    const top = folder({
      'project/minutes.html': '<h1>Minutes 2024-01-02</h1><p>Words.</p>',
      'our-notes/2024-01-02.md': note,
    });
    const project = path.join(top, 'project');
    cpSync(officeHours, path.join(project, 'content'), { recursive: true });
    const commands = commandsOf(document);
    expect(commands.length).toBeGreaterThan(1);
    for (const words of commands) {
      const { code, stderr } = await notes(project, words);
      expect(code, `${words.join(' ')}: ${stderr}`).not.toBe(2);
    }
  },
);

test('docs/commands.md has the help of every command as it is printed', async () => {
  const { stdout: help } = await notes(root, ['--help']);
  const names = [...help.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name = '']) => name);
  expect(names).toContain('untold');
  const helps = await Promise.all(names.map((name) => notes(root, [name, '--help'])));
  const programs = ['src/site/build.js', 'src/site/serve.ts'].map((file) =>
    execFileSync(process.execPath, [file, '--help'], { cwd: root, encoding: 'utf8' }),
  );
  const page = readFileSync(path.join(root, 'docs/commands.md'), 'utf8');
  for (const text of [help, ...helps.map(({ stdout }) => stdout), ...programs]) {
    expect(page).toContain(`\`\`\`text\n${text.trim()}\n\`\`\``);
  }
});

test('docs/settings.md names every setting, every key of a topic and every variable', () => {
  const page = readFileSync(path.join(root, 'docs/settings.md'), 'utf8');
  const rowsOf = (part: string): string[] =>
    [
      ...page
        .split(/^## /m)
        .find((text) => text.startsWith(part))!
        .matchAll(/^\| `(\w+)`/gm),
    ]
      .map(([, name = '']) => name)
      .sort();
  expect(rowsOf('`content/archive.yaml`')).toEqual(Object.keys(settingsSchema.shape).sort());
  expect(rowsOf('`content/topics/')).toEqual(Object.keys(topicSchema.shape).sort());
  const sources = globSync('src/**/*.{ts,js}', { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const read = new Set(
    sources.match(/\b(?:ARCHIVE_[A-Z]+|SITE_URL|BASE_PATH|NO_COLOR|NODE_DEBUG)\b/g),
  );
  expect(rowsOf('Environment')).toEqual([...read, 'CHROME_PATH'].sort());
});
