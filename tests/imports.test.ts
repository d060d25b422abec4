import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkImports, findImports } from './import-rules.ts';

const src = join(import.meta.dirname, '../src');

function readSource(): Map<string, string> {
  const entries = readdirSync(src, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    paths.map((path) => [relative(src, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

test('the source keeps to the table of who may import whom', () => {
  const files = readSource();
  expect(files.size).toBeGreaterThan(5);
  expect(checkImports(files)).toEqual([]);
});

// A file of each folder for the planted imports to name.
const others = [
  ...[
    'archive/meeting.ts',
    'archive/paths.ts',
    'archive/note/note.ts',
    'markdown/pipeline.ts',
    'notes/load.ts',
  ],
  ...['cli/main.ts', 'site/archive.ts', 'components/Chip.astro', 'layouts/Page.astro'],
  ...['pages/index.astro', 'search/query.ts', 'styles/tokens.css', 'node-version.js'],
];

function check(path: string, text: string): string[] {
  return checkImports(
    new Map([...others.map((name): [string, string] => [name, '']), [path, text]]),
  );
}

const astro = (front: string, body = '') => `---\n${front}\n---\n<!doctype html>\n${body}\n`;

describe('allowed', () => {
  test.for([
    ['archive/outputs/a.ts', `import * as z from 'zod';`],
    ['archive/outputs/a.ts', `import type { Root } from 'mdast';`],
    ['archive/outputs/a.ts', `import { visit } from 'unist-util-visit';`],
    ['archive/outputs/a.ts', `import { meeting } from '../meeting.ts';`],
    ['archive/outputs/a.ts', `const last = (date: string) => new Date(date).getTime();`],
    ['archive/outputs/a.ts', `const a = { process: 1 }; a.process;`],
    ['archive/outputs/a.ts', `export const read = (document: string) => document.length;`],
    [
      'archive/outputs/a.ts',
      `// process.env and import 'node:fs' in a comment\nexport const s = "import 'astro'";`,
    ],
    ['archive/outputs/a.ts', `import { readNote } from '../note/note.ts';`],
    ['archive/text/a.ts', `import type { Draft } from '../note/note.ts';`],
    ['markdown/a.ts', `import { unified } from 'unified'; import '../archive/meeting.ts';`],
    ['notes/a.ts', `import 'node:fs/promises'; import '../markdown/pipeline.ts';`],
    ['cli/a.ts', `import '../node-version.js'; import '../notes/load.ts'; import 'node:util';`],
    ['site/a.ts', `import 'astro:content'; import 'astro/loaders'; import '../notes/load.ts';`],
    ['content.config.ts', `import './site/archive.ts'; import './archive/meeting.ts';`],
    ['components/A.astro', astro(`import Chip from './Chip.astro'; import '../archive/paths.ts';`)],
    ['components/A.astro', astro(`import type { Meeting } from '../archive/meeting.ts';`)],
    ['components/A.astro', astro('', `<script>import '../search/query.ts';</script>`)],
    ['components/A.astro', astro('', `<script src="../search/query.ts"></script>`)],
    [
      'layouts/A.astro',
      astro(`import '../styles/tokens.css'; import Chip from '../components/Chip.astro';`),
    ],
    ['pages/a.astro', astro(`import { getArchive } from '../site/archive.ts';`)],
    ['pages/feed.xml.ts', `import '../archive/meeting.ts'; import type { APIRoute } from 'astro';`],
    ['search/a.ts', `import '../archive/paths.ts'; document.title; const url = '/x'; import(url);`],
  ])('%s: %j', ([path, text]) => {
    expect(check(path!, text!)).toEqual([]);
  });
});

describe('refused', () => {
  test.for([
    ['archive/outputs/a.ts', `import fs from 'node:fs';`, '"node:fs"'],
    ['archive/outputs/a.ts', `import { z } from 'astro/zod';`, '"astro/zod"'],
    [
      'archive/outputs/a.ts',
      `import type { A } from '../../notes/load.ts';`,
      '"../../notes/load.ts"',
    ],
    [
      'archive/outputs/a.ts',
      `export { a } from '../../markdown/pipeline.ts'; export const b = 1;`,
      'pipeline.ts',
    ],
    ['archive/outputs/a.ts', `const a = await import('../../cli/main.ts');`, '"../../cli/main.ts"'],
    [
      'archive/outputs/a.ts',
      `type A = import('../../site/archive.ts').A;`,
      '"../../site/archive.ts"',
    ],
    ['archive/outputs/a.ts', `const path = require('path');`, '"path"'],
    ['archive/outputs/a.ts', `export const now = new Date();`, 'the clock'],
    ['archive/outputs/a.ts', `export const now = () => Date.now();`, 'Date.now'],
    ['archive/outputs/a.ts', `export const chance = Math.random();`, 'Math.random'],
    ['archive/outputs/a.ts', `export const url = process.env.SITE_URL;`, 'uses process'],
    ['archive/outputs/a.ts', `export const title = document.title;`, 'uses document'],
    [
      'archive/outputs/a.ts',
      `export const get = () => fetch('https://example.org');`,
      'uses fetch',
    ],
    ['archive/text/a.ts', `import { readNote } from '../note/note.ts';`, 'which is built upon it'],
    ['archive/meeting.ts', `import './note/note.ts';`, 'which is built upon it'],
    ['archive/a.ts', 'export const a = 1;', 'in no layer'],
    ['archive/odd/a.ts', 'export const a = 1;', 'in no layer'],
    ['markdown/a.ts', `import 'astro:content';`, '"astro:content"'],
    ['markdown/a.ts', `import 'node:fs';`, '"node:fs"'],
    ['markdown/a.ts', `import '../notes/load.ts';`, '"../notes/load.ts"'],
    ['notes/a.ts', `import 'astro/loaders';`, '"astro/loaders"'],
    ['notes/a.ts', `import '../site/archive.ts';`, '"../site/archive.ts"'],
    ['cli/a.ts', `import 'astro:content';`, '"astro:content"'],
    ['cli/a.ts', `import '../site/archive.ts';`, '"../site/archive.ts"'],
    ['site/a.ts', `import '../pages/index.astro';`, '"../pages/index.astro"'],
    ['site/a.ts', `import '../components/Chip.astro';`, '"../components/Chip.astro"'],
    ['content.config.ts', `import './cli/main.ts';`, '"./cli/main.ts"'],
    ['components/A.astro', astro(`import '../site/archive.ts';`), '"../site/archive.ts"'],
    ['components/A.astro', astro(`import 'node:fs';`), '"node:fs"'],
    ['components/A.astro', astro(`import { read } from '../archive/meeting.ts';`), 'meeting.ts'],
    ['components/A.astro', astro(`import { type A } from '../archive/meeting.ts';`), 'meeting.ts'],
    ['components/A.astro', astro(`import '../search/query.ts';`), '"../search/query.ts"'],
    [
      'components/A.astro',
      astro('', `<script>import '../site/archive.ts';</script>`),
      'archive.ts',
    ],
    ['components/A.astro', astro('', `<script src="../cli/main.ts"></script>`), '"../cli/main.ts"'],
    ['components/A.astro', astro('', `<p>{await import('../site/archive.ts')}</p>`), 'archive.ts'],
    ['layouts/A.astro', astro(`import '../pages/index.astro';`), '"../pages/index.astro"'],
    ['pages/a.astro', astro(`import '../cli/main.ts';`), '"../cli/main.ts"'],
    ['pages/a.astro', astro(`import './index.astro';`), '"./index.astro"'],
    ['search/a.ts', `import 'node:path';`, '"node:path"'],
    ['search/a.ts', `import 'astro:content';`, '"astro:content"'],
    ['search/a.ts', `import '../site/archive.ts';`, '"../site/archive.ts"'],
    ['search/a.ts', `import { read } from '../archive/meeting.ts';`, 'meeting.ts'],
    ['odd/a.ts', `import '../archive/meeting.ts';`, 'may import nothing'],
    ['archive/outputs/a.ts', `import '../meeting';`, "without the file's extension"],
    ['archive/outputs/a.ts', `import '../meeting.js';`, 'no such file'],
    ['archive/outputs/a.ts', `import '../../../tests/x.ts';`, 'outside src'],
    ['archive/outputs/a.ts', `import '/src/archive/meeting.ts';`, 'no relative path'],
    ['archive/outputs/index.ts', `export const a = 1;`, 'barrel'],
    [
      'archive/outputs/all.ts',
      `export { a } from '../meeting.ts';\nexport { b } from '../paths.ts';`,
      'barrel',
    ],
    ['archive/outputs/all.ts', `export * from '../meeting.ts';\nexport const a = 1;`, 'barrel'],
  ])('%s: %j', ([path, text, finding]) => {
    expect(check(path!, text!)).toEqual([expect.stringContaining(finding!)]);
  });
});

test('imports are found with their line', () => {
  const text = astro(
    `import a from './a.ts';\nimport './b.css';`,
    `<p>{await import('./c.ts')}</p>\n<script type="application/ld+json">{}</script>\n<script>\nimport './d.ts';\n</script>`,
  );
  const found = findImports('pages/a.astro', text).map(({ specifier, line }) => [line, specifier]);
  expect(found.sort()).toEqual([
    [2, './a.ts'],
    [3, './b.css'],
    [6, './c.ts'],
    [9, './d.ts'],
  ]);
});
