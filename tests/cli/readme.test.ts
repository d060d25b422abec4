import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

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
